using Jpos.Domain.Batches;

namespace Jpos.Domain.Accounts;

/// <summary>
/// The points of a holder, in lots. All cards of the holder spend from it. Every change is a posting of its transaction. One method makes all postings, so the balance always equals their sum (<see href="docs/protocol.md#4-points">protocol §4</see>).
/// </summary>
public sealed class PointAccount
{
    /// <summary>The number of lots up to which an account is read as a whole.</summary>
    public const int FewLots = 64;

    private readonly List<Lot> lots = [];

    private PointAccount()
    {
    }

    public PointAccount(long id) => Id = id;

    public long Id { get; private set; }

    /// <summary>The account that took over everything in a merge; null if there was none.</summary>
    public long? SucceededBy { get; private set; }

    /// <summary>Whether several cards spend from the account, or did so once. Then the rules of all of them apply.</summary>
    public bool IsShared { get; private set; }

    /// <summary>The number of lots that are not empty.</summary>
    public int OpenLots { get; private set; }

    /// <summary>All points, with pending ones, debts, and expired ones until the expiry run takes them. Wire: <c>pointBalance</c>.</summary>
    public Points Balance { get; private set; }

    /// <summary>The newest business day of a gift, in its store's time zone; null before the first gift.</summary>
    public DateOnly? GiftsOn { get; private set; }

    /// <summary>All gifts of that day. A later undo does not reduce it.</summary>
    public Points GiftsOfDay { get; private set; }

    /// <summary>The newest day of a gift in the programme's time zone, of any store; null before the first gift.</summary>
    public DateOnly? GiftsOnProgrammeDay { get; private set; }

    /// <summary>All gifts of that day, of all stores. A later undo does not reduce it.</summary>
    public Points GiftsOfProgrammeDay { get; private set; }

    /// <summary>The lots that are not empty, and those that the current transaction needs. Of an account with many lots, only those that decide what is available, and those that expire first.</summary>
    public IReadOnlyCollection<Lot> Lots => lots;

    /// <summary>Returns the points that can be spent now; below zero if the card owes more than it holds. Wire: <c>avaiablePointBalance</c>.</summary>
    public Points Available(Moment now) => Balance - lots.Where(lot => lot.Kind is LotKind.Points && !lot.Remaining.IsZero && !lot.IsSpendable(now)).Select(lot => lot.Remaining).Sum();

    /// <summary>Tells the account whether it has more lots than were read. Such lots can be spent, and expire after those that were.</summary>
    public void MarkRead(bool isWhole) => IsPartlyRead = !isWhole;

    /// <summary>Whether lots exist that were not read. Read more of them before points are taken.</summary>
    public bool IsPartlyRead { get; private set; }

    /// <summary>Tells the account that another card spends from it.</summary>
    public void Share() => IsShared = true;

    /// <summary>Adds points.</summary>
    /// <param name="points">The points; zero makes no lot.</param>
    /// <param name="expiresOn">Their last valid day.</param>
    /// <param name="from">The other side of the posting: Issued for a gift, Adjustment for an import.</param>
    /// <param name="entry">The transaction that adds them.</param>
    /// <param name="numbers">Gives a new lot its id.</param>
    /// <param name="today">The programme's day.</param>
    public void Add(Points points, DateOnly expiresOn, ProgrammeAccount from, ILedgerEntry entry, INumberSequence numbers, DateOnly today)
    {
        if (!points.IsZero)
        {
            Move(LotOf(LotKey.Points(entry.Store, expiresOn, 0, today), null, numbers), points, from, entry);
        }
    }

    /// <summary>
    /// Adds a gift. It is held if the gifts of its business day, or of the programme's day, then exceed a limit. A held gift is pending until the back office releases it (<see href="docs/protocol.md#4-points">protocol §4</see>).
    /// The business day is the store's. The programme's day is the same for all stores, so stores in different time zones share one limit.
    /// </summary>
    /// <param name="points">The points; zero makes no lot.</param>
    /// <param name="expiresOn">Their last valid day.</param>
    /// <param name="large">The limit of the gifts of one day.</param>
    /// <param name="entry">The consume.</param>
    /// <param name="numbers">Gives a new lot its id.</param>
    /// <param name="earnedIn">The batch for which they wait; null if they are available at once.</param>
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
        Move(LotOf(LotKey.Points(entry.Store, expiresOn, earnedIn?.Id ?? 0, today, isHeld ? entry.Serial : null), earnedIn, numbers), points, ProgrammeAccount.Issued, entry);
        return isHeld;
    }

    /// <summary>Counts a gift for its day. A store in another time zone may be a day behind. Its gift counts for the newest day, or alternating stores would reset the count.</summary>
    private static (DateOnly? Newest, Points Sum) Count(Points gift, DateOnly day, DateOnly? newest, Points sum) =>
        day > (newest ?? DateOnly.MinValue) ? (day, gift) : (newest, sum + gift);

    /// <summary>Returns the lot of a held gift that is not empty; null if there is none.</summary>
    public Lot? HeldGift(SerialNumber consume) => lots.Find(lot => lot.IsHeld && lot.HeldFor == consume.Value && !lot.Remaining.IsZero);

    /// <summary>Releases a held gift. From now on it waits only for its batch.</summary>
    public void ReleaseGift(SerialNumber consume) => lots.Single(lot => lot.IsHeld && lot.HeldFor == consume.Value).Release();

    /// <summary>Refuses a held gift. Its remaining points are posted back to Issued; the consume stays.</summary>
    public void RefuseGift(SerialNumber consume, ILedgerEntry entry)
    {
        var lot = lots.Single(lot => lot.IsHeld && lot.HeldFor == consume.Value);
        TakeFrom(lot, lot.Remaining, ProgrammeAccount.Issued, entry);
        lot.Release();
    }

    /// <summary>Spends points, those that expire first before the others. Returns 51 if there are not enough. Even a card in debt can spend zero points.</summary>
    public Decline? Redeem(Points points, Moment now, ILedgerEntry entry) => Take(points, ProgrammeAccount.Redeemed, now, entry);

    /// <summary>Takes points by hand, in the same order as <see cref="Redeem"/>. Returns 51 if there are not enough.</summary>
    public Decline? Withdraw(Points points, Moment now, ILedgerEntry entry) => Take(points, ProgrammeAccount.Adjustment, now, entry);

    /// <summary>
    /// Posts the opposite of an effect. It first returns taken points to their own lots. Then it takes given points, from their own lot first, then from the lot that expires first.
    /// </summary>
    /// <param name="effect">The effective part to undo.</param>
    /// <param name="shortfallPolicy">The rule for missing points.</param>
    /// <param name="now">The instant, by which lots are spendable.</param>
    /// <param name="entry">The transaction that undoes.</param>
    /// <param name="numbers">Gives an id to the lot of a new debt.</param>
    /// <param name="left">The points not taken; zero unless the policy waives them.</param>
    /// <returns>51 if nothing was changed; null if it is done.</returns>
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
            return new Decline(ResponseCode.InsufficientFunds, "The points that must be taken back are already spent.");
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
                Move(LotOf(LotKey.Debt(entry.Store), null, numbers), -rest, part.Programme, entry);
            }
        }

        return null;
    }

    /// <summary>
    /// Returns the points of an effect that the available points do not cover. Available are spendable lots, and those of the effect's own lots that count anyway, less the debt.
    /// </summary>
    private Points Missing(PointEffect effect, Moment now, IEnumerable<PointEffect.Part> givenBackFirst, Predicate<Lot> ownCounts)
    {
        var own = effect.Given.Select(part => part.LotId).ToHashSet();
        bool Counts(Lot lot) => lot.Kind is LotKind.Debt || (own.Contains(lot.Id) && ownCounts(lot)) || lot.IsSpendable(now);
        var there = Available(now) + lots.Where(lot => lot.Kind is LotKind.Points && Counts(lot) && !lot.IsSpendable(now)).Select(lot => lot.Remaining).Sum();
        var back = givenBackFirst.Where(part => Counts(Find(part.LotId))).Select(part => -part.Amount).Sum();
        var given = effect.Given.Select(part => part.Amount).Sum();
        return given - Points.Min(given, Points.Max(there + back, Points.Zero));
    }

    /// <summary>
    /// Returns whether a cancel cannot take back its gift: its own lots no longer hold it, and spendable points do not cover the rest. A gift still in its lots counts whatever the card owes, so a cancel leaves an older debt as it was.
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

        return !missing.IsZero && missing > Available(now) + lots.Where(lot => lot.Kind is LotKind.Debt || lot.IsSpendable(now)).Select(lot => after[lot.Id] - lot.Remaining).Sum();
    }

    /// <summary>
    /// Restores expired points before a cancel's returned points are taken again. Of the missing points in each lot, it restores those that expiry runs took in the meantime. They were spent in time, so they never expired.
    /// </summary>
    /// <param name="effect">The effect that will be undone.</param>
    /// <param name="expired">The points that expiry runs took, by lot.</param>
    /// <param name="entry">An entry of its own for the correction.</param>
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

    /// <summary>Returns whether part of a gift is no longer in its own lots because it was spent or has expired.</summary>
    /// <param name="effect">The effective part of the transaction that gave it.</param>
    public bool LacksGift(PointEffect effect) => effect.Given.Any(part => part.Programme is ProgrammeAccount.Issued && Find(part.LotId).Remaining < part.Amount);

    /// <summary>Takes the points of lots after their last day. A debt stays, because it is not points.</summary>
    /// <param name="lastDay">Lots up to this day are taken.</param>
    /// <param name="entry">The expiry run's entry for this account.</param>
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
            return new Decline(ResponseCode.InsufficientFunds, "The card does not have enough available points.");
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

        return rest.IsZero || !IsPartlyRead ? points - rest : throw new InvalidOperationException($"Account {Id} has lots that were not read, and {rest} points are to be taken from them.");
    }

    /// <summary>Takes at most the points of a lot, and returns their number. A debt has none.</summary>
    private Points TakeFrom(Lot lot, Points points, ProgrammeAccount to, ILedgerEntry entry)
    {
        var taken = lot.Kind is LotKind.Debt ? Points.Zero : Points.Min(points, lot.Remaining);
        if (!taken.IsZero)
        {
            Move(lot, -taken, to, entry);
        }

        return taken;
    }

    /// <summary>Takes over all points and debts of another account, which then is empty and names this one. Debts add to debts; points do not repay them.</summary>
    /// <param name="other">The other account, with all its lots that are not empty.</param>
    /// <param name="given">The entry of the other account.</param>
    /// <param name="taken">The entry of this account.</param>
    /// <param name="numbers">Gives new lots their ids.</param>
    public void TakeOver(PointAccount other, ILedgerEntry given, ILedgerEntry taken, INumberSequence numbers)
    {
        foreach (var lot in other.lots.Where(lot => !lot.Remaining.IsZero).ToList())
        {
            var points = lot.Remaining;
            var successor = Adopt(lot, numbers);
            other.Move(lot, -points, ProgrammeAccount.Transfer, given);
            Move(successor, points, ProgrammeAccount.Transfer, taken);
        }

        (GiftsOn, GiftsOfDay) = Newest((GiftsOn, GiftsOfDay), (other.GiftsOn, other.GiftsOfDay));
        (GiftsOnProgrammeDay, GiftsOfProgrammeDay) = Newest((GiftsOnProgrammeDay, GiftsOfProgrammeDay), (other.GiftsOnProgrammeDay, other.GiftsOfProgrammeDay));
        other.SucceededBy = Id;
        IsShared = true;
    }

    /// <summary>Returns the lot of this account that stands for a lot of a merged one: with the same store, day, batch and month. Whatever is undone follows it.</summary>
    public Lot Adopt(Lot lot, INumberSequence numbers)
    {
        var isNew = !lots.Exists(one => one.Key == lot.Key);
        var successor = LotOf(lot.Key, lot.EarnedIn, numbers);
        if (isNew)
        {
            // The back office may have decided on the successor of a held gift since.
            successor.CopyHold(lot);
        }

        lot.MovedTo ??= successor.Id;
        return successor;
    }

    /// <summary>Returns the count of the newer day, or of both accounts if the day is the same.</summary>
    private static (DateOnly? Day, Points Sum) Newest((DateOnly? Day, Points Sum) one, (DateOnly? Day, Points Sum) other) =>
        one.Day == other.Day ? (one.Day, one.Sum + other.Sum) : (other.Day ?? DateOnly.MinValue) > (one.Day ?? DateOnly.MinValue) ? other : one;

    private void Move(Lot lot, Points amount, ProgrammeAccount programme, ILedgerEntry entry)
    {
        var wasEmpty = lot.IsEmpty;
        lot.Change(amount);
        Balance += amount;
        OpenLots += (wasEmpty ? 1 : 0) - (lot.IsEmpty ? 1 : 0);
        entry.Post(lot, programme, amount);
    }

    private Lot Find(long lotId) =>
        lots.Find(lot => lot.Id == lotId) ?? throw new InvalidOperationException($"Lot {lotId} is not loaded with its account {Id}.");

    /// <summary>Returns the lot of some origin, a new one if there is none.</summary>
    private Lot LotOf(LotKey key, Batch? earnedIn, INumberSequence numbers)
    {
        if (lots.Find(lot => lot.Key == key) is { } known)
        {
            if (earnedIn is not null)
            {
                known.Attach(earnedIn);
            }

            return known;
        }

        var lot = new Lot(numbers.Next(), Id, key, earnedIn);
        lots.Add(lot);
        return lot;
    }
}
