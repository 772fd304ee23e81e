using Jpos.Domain.Batches;

namespace Jpos.Domain.Accounts;

/// <summary>
/// The points of a card, in lots. Every change is a posting of the transaction that makes it, and there is one place that makes postings, so that the balance always equals their sum (protocol §4).
/// </summary>
public sealed class PointAccount
{
    private readonly List<Lot> lots = [];

    private PointAccount()
    {
    }

    public PointAccount(long cardId) => CardId = cardId;

    public long Id { get; private set; }

    public long CardId { get; private set; }

    /// <summary>All points: pending ones and debts included, and expired ones until the expiry run takes them. Wire: <c>pointBalance</c>.</summary>
    public Points Balance { get; private set; }

    /// <summary>The newest business day of a gift, in its store's time zone; null before the first gift.</summary>
    public DateOnly? GiftsOn { get; private set; }

    /// <summary>All gifts of that day. What is undone later counts all the same.</summary>
    public Points GiftsOfDay { get; private set; }

    /// <summary>The newest day of a gift in the programme's time zone, whichever store gave it; null before the first gift.</summary>
    public DateOnly? GiftsOnProgrammeDay { get; private set; }

    /// <summary>All gifts of that day, of all stores. What is undone later counts all the same.</summary>
    public Points GiftsOfProgrammeDay { get; private set; }

    /// <summary>The lots that are not empty, and those that the transaction at hand asks for.</summary>
    public IReadOnlyCollection<Lot> Lots => lots;

    /// <summary>What may be spent now; below zero if the card owes more than it holds. Wire: <c>avaiablePointBalance</c>.</summary>
    public Points Available(Moment now) =>
        lots.Where(lot => lot.Kind is LotKind.Debt || lot.IsSpendable(now)).Select(lot => lot.Remaining).Sum();

    /// <summary>Adds points as a lot of their own.</summary>
    /// <param name="points">Zero makes no lot.</param>
    /// <param name="expiresOn">Their last day.</param>
    /// <param name="from">Where they come from: Issued for a gift, Adjustment for an import.</param>
    /// <param name="entry">The transaction that adds them.</param>
    /// <param name="numbers">Gives the lot its number.</param>
    /// <param name="earnedIn">The batch they wait for; null if they are available at once.</param>
    public void Add(Points points, DateOnly expiresOn, ProgrammeAccount from, ILedgerEntry entry, INumberSequence numbers, Batch? earnedIn = null)
    {
        if (!points.IsZero)
        {
            Move(Open(new Lot(numbers.Next(), LotKind.Points, expiresOn, earnedIn)), points, from, entry);
        }
    }

    /// <summary>
    /// Adds a gift. One by which the gifts of its business day, or of the programme's day, exceed a limit is held: it is pending until the back office releases it (protocol §2).
    /// The business day is the store's. The programme's day is one for all stores, so that stores whose days begin at different times do not give the limit once each.
    /// </summary>
    /// <param name="points">Zero makes no lot.</param>
    /// <param name="expiresOn">Their last day.</param>
    /// <param name="large">What the gifts of one day may come to before one is held.</param>
    /// <param name="entry">The consume.</param>
    /// <param name="numbers">Gives the lot its number.</param>
    /// <param name="earnedIn">The batch they wait for; null if they are available at once.</param>
    /// <param name="today">The programme's day.</param>
    /// <returns>Whether the gift is held.</returns>
    public bool AddGift(Points points, DateOnly expiresOn, Points large, ILedgerEntry entry, INumberSequence numbers, Batch? earnedIn, DateOnly today)
    {
        if (points.IsZero)
        {
            return false;
        }

        (GiftsOn, GiftsOfDay) = Count(points, entry.BusinessDay, GiftsOn, GiftsOfDay);
        (GiftsOnProgrammeDay, GiftsOfProgrammeDay) = Count(points, today, GiftsOnProgrammeDay, GiftsOfProgrammeDay);
        var isHeld = Points.Max(GiftsOfDay, GiftsOfProgrammeDay) > large;
        Move(Open(new Lot(numbers.Next(), LotKind.Points, expiresOn, earnedIn, isHeld ? entry.Serial : null)), points, ProgrammeAccount.Issued, entry);
        return isHeld;
    }

    /// <summary>Counts a gift for its day. Stores in other time zones may be a day behind: their gifts count for the newest day, or by turns they would begin it anew.</summary>
    private static (DateOnly? Newest, Points Sum) Count(Points gift, DateOnly day, DateOnly? newest, Points sum) =>
        day > (newest ?? DateOnly.MinValue) ? (day, gift) : (newest, sum + gift);

    /// <summary>The lot of a gift that is held and not empty; null if there is none.</summary>
    public Lot? HeldGift(SerialNumber consume) => lots.Find(lot => lot.HeldForConsume == consume && !lot.Remaining.IsZero);

    /// <summary>Releases a held gift: from now on it waits for its batch only.</summary>
    public void ReleaseGift(SerialNumber consume) => lots.Single(lot => lot.HeldForConsume == consume).Release();

    /// <summary>Refuses a held gift: what is left of it goes back to where gifts come from. The consume stays.</summary>
    public void RefuseGift(SerialNumber consume, ILedgerEntry entry)
    {
        var lot = lots.Single(lot => lot.HeldForConsume == consume);
        TakeFrom(lot, lot.Remaining, ProgrammeAccount.Issued, entry);
        lot.Release();
    }

    /// <summary>Spends points, those that expire first before the others; 51 if there are not enough. No points can be spent even by a card that owes some.</summary>
    public Decline? Redeem(Points points, Moment now, ILedgerEntry entry) => Take(points, ProgrammeAccount.Redeemed, now, entry);

    /// <summary>Takes points away by hand, as <see cref="Redeem"/> does; 51 if there are not enough.</summary>
    public Decline? Withdraw(Points points, Moment now, ILedgerEntry entry) => Take(points, ProgrammeAccount.Adjustment, now, entry);

    /// <summary>
    /// Posts the opposite of an effect: first gives back, to the very lots, what the effect took; then takes what it gave, from its own lot first, then from the lot that expires first.
    /// </summary>
    /// <param name="effect">What stands and is to be undone.</param>
    /// <param name="shortfallPolicy">What happens if there is not enough to take.</param>
    /// <param name="now">The instant, by which lots are spendable.</param>
    /// <param name="entry">The transaction that undoes.</param>
    /// <param name="numbers">Gives a lot for the debt its number, if one has to be made.</param>
    /// <param name="left">What was not taken: zero unless it may be left.</param>
    /// <returns>51, and nothing has changed; null if it is done.</returns>
    public Decline? Undo(PointEffect effect, ShortfallPolicy shortfallPolicy, Moment now, ILedgerEntry entry, INumberSequence numbers, out Points left)
    {
        left = shortfallPolicy is ShortfallPolicy.Waive ? Missing(effect, now, effect.Taken, lot => lot.IsPending(now.Utc)) : Points.Zero;
        var isDeclined = shortfallPolicy switch
        {
            ShortfallPolicy.Decline => IsGiftSpent(effect, now),
            ShortfallPolicy.DeclineWithoutCredit => !Missing(effect, now, [], _ => true).IsZero,
            _ => false,
        };
        if (isDeclined)
        {
            return new Decline(ResponseCode.InsufficientFunds, "The points that this would take back are spent.");
        }

        foreach (var taken in effect.Taken)
        {
            Move(Find(taken.LotId), -taken.Amount, taken.Programme, entry);
        }

        var spared = left;
        var wanted = new List<PointEffect.Part>();
        foreach (var part in effect.Given)
        {
            var sparedHere = Points.Min(spared, part.Amount);
            spared -= sparedHere;
            var amount = part.Amount - sparedHere;
            wanted.Add(part with { Amount = amount - TakeFrom(Find(part.LotId), amount, part.Programme, entry) });
        }

        foreach (var part in wanted)
        {
            var rest = part.Amount - TakeFromSpendable(part.Amount, part.Programme, now, entry);
            if (!rest.IsZero)
            {
                Move(Debt(numbers), -rest, part.Programme, entry);
            }
        }

        return null;
    }

    /// <summary>
    /// What of an effect's points cannot be taken back out of what is available: all that can be spent, and of what cannot, those of the effect's own lots that count all the same; less what the card owes.
    /// </summary>
    private Points Missing(PointEffect effect, Moment now, IEnumerable<PointEffect.Part> givenBackFirst, Predicate<Lot> ownCounts)
    {
        var own = effect.Given.Select(part => part.LotId).ToHashSet();
        var there = lots.Where(lot => lot.Kind is LotKind.Debt || (own.Contains(lot.Id) && ownCounts(lot)) || lot.IsSpendable(now)).ToDictionary(lot => lot.Id);
        var back = givenBackFirst.Where(part => there.ContainsKey(part.LotId)).Select(part => -part.Amount).Sum();
        var given = effect.Given.Select(part => part.Amount).Sum();
        return given - Points.Min(given, Points.Max(there.Values.Select(lot => lot.Remaining).Sum() + back, Points.Zero));
    }

    /// <summary>
    /// Whether a cancel cannot have its gift back: its own lots do not hold it any more, and what can be spent does not make up for it. A gift that is still in its lots is there whatever the card owes, so that a cancel leaves a debt as it was before the consume.
    /// </summary>
    private bool IsGiftSpent(PointEffect effect, Moment now)
    {
        var after = lots.ToDictionary(lot => lot.Id, lot => lot.Remaining);
        foreach (var taken in effect.Taken)
        {
            after[taken.LotId] -= taken.Amount;
        }

        var missing = Points.Zero;
        foreach (var given in effect.Given)
        {
            var fromOwn = Find(given.LotId).Kind is LotKind.Debt ? Points.Zero : Points.Min(given.Amount, after[given.LotId]);
            after[given.LotId] -= fromOwn;
            missing += given.Amount - fromOwn;
        }

        return !missing.IsZero && missing > lots.Where(lot => lot.Kind is LotKind.Debt || lot.IsSpendable(now)).Select(lot => after[lot.Id]).Sum();
    }

    /// <summary>
    /// Before spent points are taken again that a cancel had given back: of what their lots lack, what expiry runs took from them meanwhile comes back. They were spent in time, so that they never expired.
    /// </summary>
    /// <param name="effect">What is about to be undone.</param>
    /// <param name="expired">What expiry runs took, by lot.</param>
    /// <param name="entry">The correction's own record, apart from the transactions that it makes way for.</param>
    public void RestoreExpired(PointEffect effect, IReadOnlyDictionary<long, Points> expired, ILedgerEntry entry)
    {
        foreach (var part in effect.Given.Where(part => part.Programme is ProgrammeAccount.Redeemed && expired.ContainsKey(part.LotId)))
        {
            var lot = Find(part.LotId);
            var back = Points.Min(part.Amount - Points.Min(part.Amount, lot.Remaining), expired[lot.Id]);
            if (!back.IsZero)
            {
                Move(lot, back, ProgrammeAccount.Expired, entry);
            }
        }
    }

    /// <summary>Returns whether something of a gift is not in its own lots any more: it was spent, or has expired.</summary>
    /// <param name="effect">What stands of the transaction that gave it.</param>
    public bool LacksGift(PointEffect effect) => effect.Given.Any(part => part.Programme is ProgrammeAccount.Issued && Find(part.LotId).Remaining < part.Amount);

    /// <summary>Takes the points of lots whose last day is over. A debt stays: it is not points.</summary>
    /// <param name="lastDay">Lots up to this day are taken.</param>
    /// <param name="entry">The expiry run's record for this account.</param>
    public void Expire(DateOnly lastDay, ILedgerEntry entry)
    {
        foreach (var lot in lots.Where(lot => lot.Kind is LotKind.Points && lot.ExpiresOn <= lastDay))
        {
            TakeFrom(lot, lot.Remaining, ProgrammeAccount.Expired, entry);
        }
    }

    private Decline? Take(Points points, ProgrammeAccount to, Moment now, ILedgerEntry entry)
    {
        if (!points.IsZero && points > Available(now))
        {
            return new Decline(ResponseCode.InsufficientFunds, "The card has not enough available points.");
        }

        TakeFromSpendable(points, to, now, entry);
        return null;
    }

    private Points TakeFromSpendable(Points points, ProgrammeAccount to, Moment now, ILedgerEntry entry)
    {
        var rest = points;
        foreach (var lot in lots.Where(lot => lot.IsSpendable(now)).OrderBy(lot => lot.ExpiresOn).ThenBy(lot => lot.Id))
        {
            rest -= TakeFrom(lot, rest, to, entry);
        }

        return points - rest;
    }

    /// <summary>Takes as much as a lot has, and answers how much that was. A debt has nothing to take.</summary>
    private Points TakeFrom(Lot lot, Points points, ProgrammeAccount to, ILedgerEntry entry)
    {
        var taken = lot.Kind is LotKind.Debt ? Points.Zero : Points.Min(points, lot.Remaining);
        if (!taken.IsZero)
        {
            Move(lot, -taken, to, entry);
        }

        return taken;
    }

    private void Move(Lot lot, Points amount, ProgrammeAccount programme, ILedgerEntry entry)
    {
        lot.Remaining += amount;
        Balance += amount;
        entry.Post(lot, programme, amount);
    }

    private Lot Find(long lotId) =>
        lots.Find(lot => lot.Id == lotId) ?? throw new InvalidOperationException($"Lot {lotId} is not loaded with its account {Id}.");

    private Lot Debt(INumberSequence numbers) =>
        lots.Find(lot => lot.Kind is LotKind.Debt) ?? Open(new Lot(numbers.Next(), LotKind.Debt, null, null));

    private Lot Open(Lot lot)
    {
        lots.Add(lot);
        return lot;
    }
}
