using System.Globalization;

namespace Jpos.Infrastructure.LedgerVerification;

/// <summary>
/// Verifies the ledger: recomputes from the journal what must hold in every database after any event (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>, <see href="docs/protocol.md#4-points">§4</see>, <see href="docs/protocol.md#8-settlement">§8</see>). The database computes the sums, so that memory use does not grow with the journal.
/// </summary>
internal sealed class LedgerVerifier(JposDbContext db, DatabaseEngine engine)
{
    /// <summary>The most discrepancies of one kind to list. Further ones are counted only.</summary>
    public const int MostTold = 100;

    /// <summary>Runs all checks on one snapshot. Changes nothing.</summary>
    public async Task<LedgerReport> Verify(CancellationToken cancellation)
    {
        // Sums over a large journal take longer than the timeout of messages allows.
        db.Database.SetCommandTimeout(0);
        await engine.BeginReading(db, cancellation);
        await using var snapshot = db.Database.CurrentTransaction!;
        var lines = new List<string>();
        foreach (var (kind, faults) in (IEnumerable<Check>)[.. LedgerChecks.Of(db), .. JournalChecks.Of(db), .. BatchChecks.Of(db)])
        {
            var found = 0L;
            await foreach (var fault in faults.WithCancellation(cancellation))
            {
                if (++found <= MostTold)
                {
                    lines.Add($"{kind}: {fault}");
                }
            }

            if (found > MostTold)
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{kind}: {found - MostTold} more"));
            }
        }

        return new LedgerReport(lines, await Summary(cancellation));
    }

    private async Task<string> Summary(CancellationToken cancellation)
    {
        (string What, IQueryable<object> Rows)[] seen =
        [
            ("accounts", db.Accounts), ("lots", db.Lots), ("tickets", db.Tickets), ("entries", db.Journal),
            ("postings", db.Postings), ("ticket movements", db.TicketMovements), ("batches", db.Batches),
        ];
        var counts = new List<string>();
        foreach (var (what, rows) in seen)
        {
            counts.Add($"{await rows.LongCountAsync(cancellation)} {what}");
        }

        return string.Join(", ", counts);
    }
}
