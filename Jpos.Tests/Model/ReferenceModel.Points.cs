using System.Globalization;

namespace Jpos.Tests.Model;

/// <summary>How points and pieces move (section 4).</summary>
internal sealed partial class ReferenceModel
{
    private static decimal Up(decimal amount) => Math.Ceiling(amount * 100) / 100;

    private static decimal Down(decimal amount) => Math.Floor(amount * 100) / 100;

    private bool IsWaiting(Period period) => period.Settled is null && Now < period.Opened.AddDays(7);

    private bool IsSpendable(Heap heap) => heap.Until >= Today && !heap.IsHeld && (heap.WaitsFor is not { } batch || !IsWaiting(batch));

    private decimal Available(Purse purse) => purse.Heaps.Where(heap => heap.Until is null || IsSpendable(heap)).Sum(heap => heap.Has);

    private IEnumerable<Coupon> Usable(Purse purse) => purse.Coupons.Where(coupon => coupon.Left > 0 && coupon.Until >= Today).OrderBy(coupon => coupon.Id);

    private static string Shown(Coupon coupon, string type) => string.Create(CultureInfo.InvariantCulture, $"{coupon.Id}:{type}:{coupon.Face:0.##}x{coupon.Left}");

    private bool Has(Purse purse, Line line, string? type) =>
        purse.Coupons.Exists(coupon => coupon.Id == line.Ticket && coupon.Type == (type ?? coupon.Type) && coupon.Until >= Today && coupon.Left >= line.Pieces);

    private static void TakePieces(Purse purse, Told told, Entry entry)
    {
        foreach (var line in told.Lines)
        {
            MovePieces(entry, purse.Coupons.Find(coupon => coupon.Id == line.Ticket)!, -line.Pieces);
        }
    }

    /// <summary>Takes from what can be spent, what expires first before the rest, and answers what was not there.</summary>
    private decimal Spend(Purse purse, decimal points, bool gift, Entry entry)
    {
        foreach (var heap in purse.Heaps.Where(IsSpendable).OrderBy(heap => heap.Until).ToList())
        {
            points -= Take(entry, heap, gift, points);
        }

        return points;
    }

    /// <summary>Posts the opposite of what stands of the entry's original: gives back first, then takes at most so much; what is not there is owed.</summary>
    /// <returns>Pieces were missing.</returns>
    private bool Undo(Purse purse, Entry entry, decimal most)
    {
        var before = purse.Balance;
        var moved = entry.Undoes!.Moved.Where(one => one.Value != 0).ToList();
        var pieces = entry.Undoes.Pieces.Where(one => one.Value != 0).ToList();
        foreach (var (key, amount) in moved.Where(one => one.Value < 0))
        {
            Move(entry, key.Heap, key.Gift, -amount);
        }

        var isGiftSpent = false;
        var rests = new List<(bool Gift, decimal Wanted)>();
        foreach (var (key, amount) in moved.Where(one => one.Value > 0))
        {
            var wanted = Math.Min(most, amount);
            most -= wanted;
            var rest = wanted - Take(entry, key.Heap, key.Gift, wanted);
            isGiftSpent |= key.Gift && rest > 0;
            rests.Add((key.Gift, rest));
        }

        foreach (var (gift, wanted) in rests)
        {
            var owed = Spend(purse, wanted, gift, entry);
            if (owed > 0)
            {
                var debt = purse.Heaps.Find(heap => heap.Until is null);
                if (debt is null)
                {
                    purse.Heaps.Add(debt = new Heap(null, null, 0));
                }

                Move(entry, debt, gift, -owed);
            }
        }

        if ((isGiftSpent && entry.IsReversal && entry.Told.Kind == Kind.Consume) || (purse.Balance < 0 && purse.Balance < before))
        {
            Alerts.Add(("debt", entry));
        }

        var missing = false;
        foreach (var (coupon, count) in pieces)
        {
            var taken = Math.Min(count, coupon.Left);
            missing |= taken < count;
            MovePieces(entry, coupon, -taken);
        }

        return missing;
    }

    private static decimal Take(Entry entry, Heap heap, bool gift, decimal most)
    {
        var taken = Math.Clamp(heap.Has, 0, most);
        Move(entry, heap, gift, -taken);
        return taken;
    }

    private static void Move(Entry entry, Heap heap, bool gift, decimal amount)
    {
        heap.Has += amount;
        for (var of = entry; of is not null; of = of.Undoes)
        {
            of.Moved[(heap, gift)] = of.Moved.GetValueOrDefault((heap, gift)) + amount;
        }
    }

    private static void MovePieces(Entry entry, Coupon coupon, int pieces)
    {
        coupon.Left += pieces;
        for (var of = entry; of is not null; of = of.Undoes)
        {
            of.Pieces[coupon] = of.Pieces.GetValueOrDefault(coupon) + pieces;
        }
    }
}
