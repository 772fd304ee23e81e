using Jpos.Domain;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Infrastructure.Persistence;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Protocol;

/// <summary>What <see cref="Books"/> checks, for all operations: a refund may leave a part of the gift with the member, and totals have refunds, tickets and activations in them (protocol §5, §8).</summary>
internal static class AllBooks
{
    private const string Totals = "has totals that its journal does not give";
    private const string Refunded = $"is {nameof(Standing.Refunded)} but stands for";

    public static async Task AssertBooks(this JposHost host) => Assert.That(await host.InDatabase(Faults), Is.Empty, "the books");

    private static async Task<IReadOnlyList<string>> Faults(JposDbContext db)
    {
        var faults = (await Books.Faults(db))
            .Where(fault => !fault.EndsWith(Totals, StringComparison.Ordinal) && !fault.Contains(Refunded, StringComparison.Ordinal))
            .ToList();
        var journal = await db.Journal.AsNoTracking().Include(entry => entry.Postings).ToListAsync();
        foreach (var batch in (await db.Batches.AsNoTracking().ToListAsync()).Where(batch => batch.IsOpen))
        {
            var (ours, anew) = (Figures(batch.Totals), Figures([.. journal.Where(entry => entry.BatchId == batch.Id)]));
            if (ours != anew)
            {
                faults.Add($"batch {batch.Id} has totals {ours} but its journal gives {anew}");
            }
        }

        foreach (var consume in journal.Where(entry => entry is { Operation: Operations.Consume, IsReversal: false, Standing: Standing.Refunded }))
        {
            var refund = journal.Single(entry => entry is { Operation: Operations.Refund, Standing: Standing.Stands } && entry.Original == consume.Serial);
            var family = new TransactionFamily([.. journal.Where(member => member.Root == consume.Root)]);
            var net = family.PointsStanding(consume).Parts.Select(part => part.Amount).Sum();
            if (net != consume.Awarded - refund.Awarded)
            {
                faults.Add($"{consume.Serial} is refunded but for {net}");
            }
        }

        return faults;
    }

    private static string Figures(BatchTotals totals) =>
        $"{totals.PointDebitCount} {totals.PointDebitAmount.Fen} {totals.PointCreditCount} {totals.PointCreditAmount.Fen} {totals.TicketDebitCount} {totals.TicketDebitAmount.Fen} "
        + $"{totals.CancelCount} {totals.RefundCount} {totals.CardActiveCount} {totals.TotalTransCount}";

    private static string Figures(IReadOnlyCollection<TransactionJournal> journal)
    {
        List<TransactionJournal> Counted(params Operations[] operations) =>
            [.. journal.Where(entry => operations.Contains(entry.Operation) && entry is { IsReversal: false, IsApproved: true } && entry.Standing is not Standing.Reversed)];

        var debits = Counted(Operations.Consume, Operations.RefundCancel);
        var credits = Counted(Operations.Cancel, Operations.Refund);
        var tickets = Counted(Operations.ConsumeTickets);
        var cancels = Counted(Operations.Cancel, Operations.RefundCancel);
        var activations = Counted(Operations.Activate);
        return $"{debits.Count} {debits.Sum(entry => entry.PointAmount.Fen)} {credits.Count} {credits.Sum(entry => entry.PointAmount.Fen)} "
            + $"{tickets.Count} {tickets.Sum(entry => entry.TicketAmount.Fen)} {cancels.Count} {Counted(Operations.Refund).Count} {activations.Count} "
            + $"{debits.Count + credits.Count + tickets.Count + activations.Count}";
    }
}
