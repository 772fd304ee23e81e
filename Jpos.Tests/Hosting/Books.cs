using Jpos.Domain;
using Jpos.Domain.Alerts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Hosting;

/// <summary>What has to be true of every database after anything whatever (protocol §3, §4, §8), worked out anew from the journal.</summary>
internal static class Books
{
    /// <summary>What is wrong; empty if nothing is.</summary>
    public static async Task<IReadOnlyList<string>> Faults(JposDbContext db)
    {
        var faults = new List<string>();
        var journal = await db.Journal.AsNoTracking().Include(entry => entry.Batch).Include(entry => entry.Postings).Include(entry => entry.TicketMovements).AsSplitQuery().ToListAsync();
        var accounts = await db.Accounts.AsNoTracking().Include(account => account.Lots).ToListAsync();

        var posted = journal.SelectMany(entry => entry.Postings).ToLookup(posting => posting.LotId, posting => posting.Amount);
        foreach (var lot in accounts.SelectMany(account => account.Lots).Where(lot => lot.Remaining != posted[lot.Id].Sum()))
        {
            faults.Add($"lot {lot.Id} has {lot.Remaining} but its entries sum to {posted[lot.Id].Sum()}");
        }

        foreach (var account in accounts.Where(account => account.Balance != account.Lots.Select(lot => lot.Remaining).Sum()))
        {
            faults.Add($"account {account.Id} has {account.Balance} but its lots {account.Lots.Select(lot => lot.Remaining).Sum()}");
        }

        var moved = journal.SelectMany(entry => entry.TicketMovements).ToLookup(movement => movement.TicketId, movement => movement.Pieces);
        foreach (var ticket in (await db.Tickets.AsNoTracking().ToListAsync()).Where(ticket => ticket.Remaining != moved[ticket.Id].Sum()))
        {
            faults.Add($"ticket {ticket.Id} has {ticket.Remaining} pieces but its journal {moved[ticket.Id].Sum()}");
        }

        foreach (var entry in journal.Where(entry => entry is { IsApproved: false } && (entry.Postings.Count > 0 || entry.TicketMovements.Count > 0)))
        {
            faults.Add($"{entry.Serial} is declined and moved something");
        }

        var families = journal.ToLookup(entry => entry.Root);
        foreach (var entry in journal.Where(entry => entry.Operation is Operations.Consume && entry is { IsReversal: false, IsApproved: true }))
        {
            var family = new TransactionFamily([.. families[entry.Root]]);
            var net = family.PointsStanding(entry).Parts.Select(part => part.Amount).Sum();
            if (net != Expected(entry, family))
            {
                faults.Add($"{entry.Serial} is {entry.Standing} but stands for {net}");
            }
        }

        var late = (await db.Alerts.AsNoTracking().Where(alert => alert.Kind == AlertKind.LateReversal).Select(alert => alert.About!).ToListAsync()).ToHashSet();
        var booked = journal.ToLookup(entry => entry.BatchId);
        foreach (var batch in await db.Batches.AsNoTracking().ToListAsync())
        {
            var (kept, given) = (Totals(batch.Totals), Totals([.. booked[batch.Id].Where(entry => Counts(entry, late))]));
            if (kept != given)
            {
                faults.Add($"batch {batch.Id} has the totals {kept}, but its journal gives {given}");
            }
        }

        return faults;
    }

    /// <summary>What a consume has to have moved by now, with all that came of it. A refund that did not get the whole gift back leaves the rest of it with the member.</summary>
    private static Points Expected(TransactionJournal consume, TransactionFamily family) => consume.Standing switch
    {
        Standing.Stands => consume.Awarded - consume.Used,
        Standing.Refunded => consume.Awarded - family.Members.Single(member => member.Operation is Operations.Refund && member is { IsApproved: true, Standing: Standing.Stands }).Awarded,
        _ => Points.Zero,
    };

    /// <summary>Whether the totals of its batch hold it: they stay as they were at the settlement, so that one reversed later stays in.</summary>
    private static bool Counts(TransactionJournal entry, HashSet<SerialNumber> late) =>
        entry is { IsReversal: false, IsApproved: true } && (entry.Standing is not Standing.Reversed || late.Contains(entry.Serial));

    private static string Totals(BatchTotals totals) => string.Join<object>(
        ' ',
        [
            totals.PointDebitCount, totals.PointDebitAmount, totals.PointCreditCount, totals.PointCreditAmount,
            totals.TicketDebitCount, totals.TicketDebitAmount, totals.CancelCount, totals.RefundCount, totals.CardActiveCount, totals.TotalTransCount,
        ]);

    private static string Totals(IReadOnlyCollection<TransactionJournal> counted)
    {
        List<TransactionJournal> Of(Operations operations) => [.. counted.Where(entry => operations.HasFlag(entry.Operation))];
        static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);

        var debits = Of(Operations.Consume | Operations.RefundCancel);
        var credits = Of(Operations.Cancel | Operations.Refund);
        var tickets = Of(Operations.ConsumeTickets);
        var activations = Of(Operations.Activate).Count;
        return string.Join<object>(
            ' ',
            [
                debits.Count, Sum(debits.Select(entry => entry.PointAmount)), credits.Count, Sum(credits.Select(entry => entry.PointAmount)),
                tickets.Count, Sum(tickets.Select(entry => entry.TicketAmount)), Of(Operations.Cancel | Operations.RefundCancel).Count, Of(Operations.Refund).Count,
                activations, debits.Count + credits.Count + tickets.Count + activations,
            ]);
    }
}
