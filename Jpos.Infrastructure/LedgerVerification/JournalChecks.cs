using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;

namespace Jpos.Infrastructure.LedgerVerification;

/// <summary>Checks that the journal is consistent with itself (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>, <see href="docs/protocol.md#6-reversals">§6</see>).</summary>
internal static class JournalChecks
{
    private const Operations AnyUndoing = Operations.Cancel | Operations.Refund | Operations.RefundCancel;

    public static IEnumerable<Check> Of(JposDbContext db) =>
    [
        new("declined entry", Declined(db)),
        new("consume", Consumes(db)),
        new("undone entry", TicketsOfUndone(db)),
        new("status", Statuses(db)),
        new("counterpart", Counterparts(db)),
        new("key", Keys(db)),
        new("answer", Answers(db)),
    ];

    private static IAsyncEnumerable<string> Declined(JposDbContext db)
    {
        var wrong =
            from entry in db.Journal
            where entry.Code != ResponseCode.Approved && (entry.Postings.Any() || entry.TicketMovements.Any())
            orderby entry.Serial
            select new { entry.Serial, entry.Code, Postings = entry.Postings.Count, Movements = entry.TicketMovements.Count };
        return wrong.AsAsyncEnumerable().Select(entry => $"{entry.Serial} is {entry.Code} but has {entry.Postings} postings and {entry.Movements} ticket movements; expected none");
    }

    /// <summary>Checks the net points of each consume and its transaction family. After a refund that took back only part of the gift, the member keeps the rest.</summary>
    private static IAsyncEnumerable<string> Consumes(JposDbContext db)
    {
        var wrong =
            from consume in db.Journal
            where consume.Operation == Operations.Consume && !consume.IsReversal && consume.Code == ResponseCode.Approved
            let gained = db.Journal.Where(member => member.Root == consume.Serial).SelectMany(member => member.Postings)
                .Where(posting => posting.Programme == ProgrammeAccount.Issued).Sum(posting => (long)(object)posting.Amount)
            let spent = db.Journal.Where(member => member.Root == consume.Serial).SelectMany(member => member.Postings)
                .Where(posting => posting.Programme == ProgrammeAccount.Redeemed).Sum(posting => -(long)(object)posting.Amount)
            let returned = db.Journal
                .Where(member => member.Root == consume.Serial
                    && member.Operation == Operations.Refund && !member.IsReversal && member.Code == ResponseCode.Approved && member.Status == EntryStatus.Posted)
                .Sum(member => (long)(object)member.Awarded)
            let refused = db.Journal.Where(member => member.Original == consume.Serial && member.Operation == Operations.Adjustment).SelectMany(member => member.Postings)
                .Sum(posting => -(long)(object)posting.Amount)
            let toGain = consume.Status == EntryStatus.Posted ? (long)(object)consume.Awarded - refused
                : consume.Status == EntryStatus.Refunded ? (long)(object)consume.Awarded - refused - returned : 0
            let toSpend = consume.Status == EntryStatus.Posted ? (long)(object)consume.Used : 0
            where gained != toGain || spent != toSpend
            orderby consume.Serial
            select new { consume.Serial, consume.Status, Gained = gained, Spent = spent, ToGain = toGain, ToSpend = toSpend };
        return wrong.AsAsyncEnumerable().Select(consume =>
            $"{consume.Serial} is {consume.Status}, but {Points.FromHundredths(consume.Spent)} points are spent and {Points.FromHundredths(consume.Gained)} earned; "
            + $"expected {Points.FromHundredths(consume.ToSpend)} and {Points.FromHundredths(consume.ToGain)}");
    }

    private static IAsyncEnumerable<string> TicketsOfUndone(JposDbContext db)
    {
        var wrong =
            from root in db.Journal
            where root.Status != EntryStatus.Posted && root.Original == null
            let pieces = db.Journal.Where(member => member.Root == root.Serial).SelectMany(member => member.TicketMovements).Sum(movement => movement.Pieces)
            where pieces != 0
            orderby root.Serial
            select new { root.Serial, root.Status, Pieces = pieces };
        return wrong.AsAsyncEnumerable().Select(root => $"{root.Serial} is {root.Status}, but its family holds {root.Pieces} pieces of tickets; expected 0");
    }

    /// <summary>Checks that an undone entry was undone by exactly one effective entry, and any other entry by none.</summary>
    private static IAsyncEnumerable<string> Statuses(JposDbContext db)
    {
        var wrong =
            from entry in db.Journal
            where entry.Code == ResponseCode.Approved
            let byReversal = db.Journal.Count(other => other.Original == entry.Serial && other.Code == ResponseCode.Approved && other.Status == EntryStatus.Posted && other.IsReversal)
            let byCancel = db.Journal.Count(other => other.Original == entry.Serial && other.Code == ResponseCode.Approved && other.Status == EntryStatus.Posted && !other.IsReversal
                && (other.Operation == Operations.Cancel || other.Operation == Operations.RefundCancel))
            let byRefund = db.Journal.Count(other => other.Original == entry.Serial && other.Code == ResponseCode.Approved && other.Status == EntryStatus.Posted && !other.IsReversal
                && other.Operation == Operations.Refund)
            where byReversal != (entry.Status == EntryStatus.Reversed ? 1 : 0)
                || byCancel != (entry.Status == EntryStatus.Cancelled ? 1 : 0)
                || byRefund != (entry.Status == EntryStatus.Refunded ? 1 : 0)
            orderby entry.Serial
            select new { entry.Serial, entry.Status, ByReversal = byReversal, ByCancel = byCancel, ByRefund = byRefund };
        return wrong.AsAsyncEnumerable().Select(entry =>
            $"{entry.Serial} is marked {entry.Status}, but has {entry.ByReversal} posted reversals, {entry.ByCancel} posted cancels and {entry.ByRefund} posted refunds");
    }

    /// <summary>Checks that an entry that undoes another names an approved original of the same operation, and of the same account or of one that was merged.</summary>
    private static IAsyncEnumerable<string> Counterparts(JposDbContext db)
    {
        var wrong =
            from entry in db.Journal
            where entry.Code == ResponseCode.Approved
            let undoes = entry.IsReversal || (entry.Operation & AnyUndoing) != 0 || (entry.Operation == Operations.Adjustment && entry.Original != null)
            where undoes
                ? !db.Journal.Any(original => original.Serial == entry.Original
                    && original.Code == ResponseCode.Approved
                    && !original.IsReversal
                    && original.Root == entry.Root
                    && (original.AccountId == entry.AccountId || db.Accounts.Any(account => account.Id == original.AccountId && account.SucceededBy != null))
                    && (entry.IsReversal
                        ? original.Operation == entry.Operation && original.BatchId == entry.BatchId && original.Trace == entry.Trace
                        : original.Operation == (entry.Operation == Operations.RefundCancel ? Operations.Refund : Operations.Consume)))
                : entry.Original != null || entry.Root != entry.Serial
            orderby entry.Serial
            select new { entry.Serial, entry.Operation, entry.IsReversal, entry.Original, entry.Root };
        return wrong.AsAsyncEnumerable().Select(entry =>
            $"{entry.Serial}, {(entry.IsReversal ? "the reversal of a " : "")}{entry.Operation}, names {entry.Original?.ToString() ?? "nothing"} as its original and {entry.Root} as the first entry of its family; they do not match it");
    }

    private static IAsyncEnumerable<string> Keys(JposDbContext db)
    {
        var wrong = db.Journal
            .Where(entry => entry.BatchId != null)
            .GroupBy(entry => new { entry.BatchId, entry.Trace, entry.IsReversal })
            .Where(key => key.Count() > 1)
            .Select(key => new { key.Key.BatchId, key.Key.Trace, key.Key.IsReversal, Entries = key.Count() });
        return wrong.AsAsyncEnumerable().Select(key =>
            $"trace {key.Trace} of batch {key.BatchId} has {key.Entries} entries as {(key.IsReversal ? "a reversal" : "an original")}; expected 1");
    }

    /// <summary>Checks that every message with a key has a stored answer.</summary>
    private static IAsyncEnumerable<string> Answers(JposDbContext db) => db.Journal
        .Where(entry => entry.BatchId != null && entry.Answer.Length == 0)
        .OrderBy(entry => entry.Serial)
        .Select(entry => new { entry.Serial, entry.Code })
        .AsAsyncEnumerable()
        .Select(entry => $"{entry.Serial} has the code {entry.Code}, but no stored answer");
}
