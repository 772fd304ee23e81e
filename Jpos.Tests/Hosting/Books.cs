using Jpos.Domain;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
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

        var entries = journal.SelectMany(entry => entry.Postings).SelectMany(posting => new[] { posting.Amount, -posting.Amount }).Sum();
        if (!entries.IsZero)
        {
            faults.Add($"entries sum to {entries}");
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

        foreach (var entry in journal.Where(entry => entry.Operation is Operations.Consume && entry is { IsReversal: false, IsApproved: true }))
        {
            var family = new TransactionFamily([.. journal.Where(member => member.Root == entry.Root)]);
            var stands = entry.Standing is Standing.Stands;
            var net = family.PointsStanding(entry).Parts.Select(part => part.Amount).Sum();
            if (net != (stands ? entry.Awarded - entry.Used : Points.Zero))
            {
                faults.Add($"{entry.Serial} is {entry.Standing} but stands for {net}");
            }
        }

        foreach (var batch in (await db.Batches.AsNoTracking().ToListAsync()).Where(batch => batch.IsOpen && !Agrees(batch, [.. journal.Where(entry => entry.BatchId == batch.Id)])))
        {
            faults.Add($"batch {batch.Id} has totals that its journal does not give");
        }

        return faults;
    }

    private static bool Agrees(Batch batch, IReadOnlyCollection<TransactionJournal> journal)
    {
        List<TransactionJournal> Counted(Operations operation) =>
            [.. journal.Where(entry => entry.Operation == operation && entry is { IsReversal: false, IsApproved: true } && entry.Standing is not Standing.Reversed)];

        var consumes = Counted(Operations.Consume);
        var cancels = Counted(Operations.Cancel);
        return batch.Totals.PointDebitCount == consumes.Count
            && batch.Totals.PointDebitAmount.Fen == consumes.Sum(entry => entry.PointAmount.Fen)
            && batch.Totals.PointCreditCount == cancels.Count
            && batch.Totals.PointCreditAmount.Fen == cancels.Sum(entry => entry.PointAmount.Fen)
            && batch.Totals.CancelCount == cancels.Count;
    }
}
