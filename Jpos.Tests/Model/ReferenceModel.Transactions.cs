namespace Jpos.Tests.Model;

/// <summary>What a message with a key does (sections 5 and 7), once it is known to be a new one.</summary>
internal sealed partial class ReferenceModel
{
    private (Entry Entry, Expected Answer) Consume(Told told, Period period)
    {
        var entry = new Entry(told, period, Today);
        var purse = purses[told.Card];
        if (RefuseCard(told, null) is { } refused)
        {
            return (entry, new Expected(refused));
        }

        if (purse.LacksPin && (told.Points > 0 || told.Lines.Count > 0))
        {
            return (entry, new Expected("57"));
        }

        var use = Up(told.Points / rules.PointValue);
        if (told.Points == 0 && told.Cash == 0 && told.Lines.Count == 0)
        {
            return (entry, new Expected("13"));
        }

        var gift = Down(told.Cash * purse.Rate);
        if (told.Points + told.Cash > rules.MostPerConsume)
        {
            return (entry, new Expected("61"));
        }

        var (on, sum) = gifts[told.Terminal];
        if (gift > 0 && (on == Today ? sum : 0) + gift > rules.MostGiftsPerDay)
        {
            if (limitAlerts[told.Terminal] is not { } last || last <= Now.AddHours(-1))
            {
                limitAlerts[told.Terminal] = Now;
                Alerts.Add(("gift limit", entry));
            }

            return (entry, new Expected("61"));
        }

        if (!told.Lines.All(line => Has(purse, line, "03")) || (use > 0 && use > Available(purse)))
        {
            return (entry, new Expected("51"));
        }

        Spend(purse, use, false, entry);
        TakePieces(purse, told, entry);
        if (gift > 0)
        {
            gifts[told.Terminal] = (Today, (on == Today ? sum : 0) + gift);
            (purse.GiftsOn, purse.GiftsOfDay) = (Today, (purse.GiftsOn == Today ? purse.GiftsOfDay : 0) + gift);
            // Gifts of one month and batch that end on one day are one heap. A held gift is a heap alone.
            var (isHeld, given) = (purse.GiftsOfDay > rules.LargeGift, (Today.Year, Today.Month));
            var heap = isHeld ? null : purse.Heaps.Find(one => one.Given == given && one.Until == Today.AddMonths(24) && one.WaitsFor == (rules.GiftsAtOnce ? null : period) && !one.WasHeld);
            if (heap is null)
            {
                purse.Heaps.Add(heap = new Heap(Today.AddMonths(24), rules.GiftsAtOnce ? null : period, 0) { Given = given, IsHeld = isHeld, WasHeld = isHeld });
            }

            if (heap.IsHeld)
            {
                entry.Held = heap;
                Alerts.Add(("large gift", entry));
            }

            Move(entry, heap, true, gift);
        }

        (entry.Yuan, entry.Cash, entry.Used, entry.Gift) = (told.Points, told.Cash, use, gift);
        return (entry, Moving(purse, entry, Kind.Consume));
    }

    private (Entry Entry, Expected Answer) UseTickets(Told told, Period period)
    {
        var entry = new Entry(told, period, Today);
        var purse = purses[told.Card];
        if (RefuseCard(told, null) is { } refused)
        {
            return (entry, new Expected(refused));
        }

        if (!told.Lines.All(line => Has(purse, line, null)))
        {
            return (entry, new Expected("51"));
        }

        TakePieces(purse, told, entry);
        entry.Face = told.Lines.Sum(line => line.Pieces * purse.Coupons.Find(coupon => coupon.Id == line.Ticket)!.Face);
        return (entry, Moving(purse, entry, Kind.UseTickets));
    }

    private (Entry Entry, Expected Answer) Cancel(Told told, Period period)
    {
        var consume = Named(told, one => one.Told.Kind == Kind.Consume && one.Told.Terminal == told.Terminal && IsNamed(told, one));
        var entry = new Entry(told, period, Today);
        if ((RefuseCard(told, consume) ?? (consume is null ? "25" : !consume.Approved || consume.Period != period ? "12" : consume.State != State.Stands ? "22" : null)) is { } code)
        {
            return (entry, new Expected(code));
        }

        // Its own heap first, then what can be spent, with the points back that the consume used.
        var purse = purses[told.Card];
        var gift = consume!.Moved.Where(moved => moved.Value > 0).ToList();
        var own = gift.Sum(moved => Math.Min(moved.Value, Math.Max(0, moved.Key.Heap.Has)));
        var given = consume.Moved.Where(moved => moved.Value < 0 && (moved.Key.Heap.Until is null || IsSpendable(moved.Key.Heap))).Sum(moved => -moved.Value);
        var missing = consume.Gift - consume.Refused - own;
        var spendable = Available(purse) + given - gift.Where(moved => IsSpendable(moved.Key.Heap)).Sum(moved => Math.Min(moved.Value, moved.Key.Heap.Has));
        if (missing > 0 && missing > spendable)
        {
            return (entry, new Expected("51"));
        }

        entry.Undoes = consume;
        Undo(purse, entry, decimal.MaxValue);
        consume.State = State.Cancelled;
        (entry.Yuan, entry.Cash, entry.Used, entry.Gift) = (consume.Yuan, consume.Cash, consume.Used, consume.Gift - consume.Refused);
        return (entry, Moving(purse, entry, Kind.Cancel));
    }

    private (Entry Entry, Expected Answer) Refund(Told told, Period period)
    {
        var consume = Named(told, one => one.Told.Kind == Kind.Consume && one.Serial == told.OriginalSerial && (told.OriginalDate ?? one.Day) == one.Day);
        var entry = new Entry(told, period, Today);
        if ((RefuseCard(told, consume) ?? (consume is null ? "25" : consume.State != State.Stands || Today > consume.Day.AddDays(30) ? "22" : null)) is { } code)
        {
            return (entry, new Expected(code));
        }

        var purse = purses[told.Card];
        var back = consume!.Moved.Where(moved => moved.Value < 0 && (moved.Key.Heap.Until is null || IsSpendable(moved.Key.Heap))).Sum(moved => -moved.Value);
        var waiting = consume.Moved.Where(moved => moved.Value > 0 && (moved.Key.Heap.IsHeld || (moved.Key.Heap.WaitsFor is { } batch && IsWaiting(batch)))).Sum(moved => moved.Key.Heap.Has);
        var stands = consume.Gift - consume.Refused;
        var gift = rules.RefundMayOwe ? stands : Math.Min(stands, Math.Max(0, Available(purse) + back + waiting));
        entry.Undoes = consume;
        Undo(purse, entry, gift);
        consume.State = State.Refunded;
        (entry.Yuan, entry.Cash, entry.Used, entry.Gift) = (consume.Yuan, consume.Cash, consume.Used, gift);
        return (entry, new Expected("00")
        {
            Serial = entry,
            Figures =
            {
                ["pointBalance"] = purse.Balance,
                ["avaiablePointBalance"] = Available(purse),
                ["returnPoint"] = entry.Used,
                ["returnPersentPoint"] = gift,
                ["returnCash"] = entry.Cash,
                ["supplyCash"] = Down((stands - gift) * rules.PointValue),
            },
        });
    }

    private (Entry Entry, Expected Answer) CancelRefund(Told told, Period period)
    {
        // A consume may have been refunded before, and that refund cancelled: the one that stands is meant.
        var meant = journal.Where(one => one.Told.Kind == Kind.Refund && one.Told.Terminal == told.Terminal && (IsNamed(told, one) || (one.Undoes is { } of && IsNamed(told, one, of)))).ToList();
        var refund = meant.Find(one => one is { Approved: true, State: State.Stands }) ?? meant.LastOrDefault();
        var entry = new Entry(told, period, Today);
        if ((RefuseCard(told, refund) ?? (refund is null ? "25" : !refund.Approved || refund.Period != period ? "12" : refund.State != State.Stands ? "22" : null)) is { } code)
        {
            return (entry, new Expected(code));
        }

        var purse = purses[told.Card];
        var given = refund!.Moved.Where(moved => moved.Value > 0).ToDictionary(moved => moved.Key.Heap, moved => moved.Value);
        var there = purse.Heaps.Where(heap => heap.Until is null || IsSpendable(heap) || given.ContainsKey(heap)).Sum(heap => heap.Has);
        if ((given.Count > 0 && given.Values.Sum() > there) || refund.Pieces.Any(piece => piece.Value > piece.Key.Left))
        {
            return (entry, new Expected("51"));
        }

        entry.Undoes = refund;
        Undo(purse, entry, decimal.MaxValue);
        refund.State = State.Cancelled;
        refund.Undoes!.State = State.Stands;
        (entry.Yuan, entry.Cash, entry.Used, entry.Gift) = (refund.Yuan, refund.Cash, refund.Used, refund.Gift);
        return (entry, Moving(purse, entry, Kind.CancelRefund));
    }

    private (Entry Entry, Expected Answer) Activate(Told told, Period period)
    {
        var entry = new Entry(told, period, Today);
        var purse = purses[told.Card];
        if (purse.IsActive)
        {
            return (entry, new Expected("12"));
        }

        // The code is used up even if the identity then does not agree.
        if (!codes.Redeem(told.Mobile, told.Terminal, told.Code, Now) || (told.Identity is { Number: not null } sent && purse.Identity is { } known && sent != known))
        {
            return (entry, new Expected("05"));
        }

        purse.IsActive = true;
        purse.Mobile = told.Mobile;
        purse.Identity = told.Identity is { Number: not null } ? told.Identity : purse.Identity;
        return (entry, new Expected("00") { Serial = entry });
    }

    /// <summary>Rows 10 and 11: the original's card, and an active one.</summary>
    private string? RefuseCard(Told told, Entry? original) => original is not null && original.Told.Card != told.Card ? "14" : purses[told.Card].IsActive ? null : "21";

    private Entry? Named(Told told, Func<Entry, bool> isIt) => told.OriginalSerial is null && told.OriginalTrace is null ? null : journal.Find(one => isIt(one));

    /// <summary>All that was sent agrees.</summary>
    private static bool IsNamed(Told told, Entry one, Entry? serialOf = null) =>
        (told.OriginalSerial ?? (serialOf ?? one).Serial) == (serialOf ?? one).Serial
        && (told.OriginalTrace ?? one.Told.Trace) == one.Told.Trace
        && (told.OriginalBatch ?? one.Period.Number) == one.Period.Number;

    private Expected Moving(Purse purse, Entry entry, Kind kind) => new("00")
    {
        Serial = entry,
        Figures = kind == Kind.UseTickets
            ? []
            : new() { ["pointBalance"] = purse.Balance, ["avaiablePointBalance"] = Available(purse), ["usePoint"] = entry.Used, ["persentPoint"] = entry.Gift - entry.Refused },
    };
}
