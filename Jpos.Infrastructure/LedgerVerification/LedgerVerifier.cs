using System.Globalization;

namespace Jpos.Infrastructure.LedgerVerification;

/// <summary>
/// What has to be true of every database after anything whatever (protocol §3, §4, §8), worked out anew from the journal. The database does the sums, so that the host needs no more memory for ten million entries than for ten.
/// </summary>
internal sealed class LedgerVerifier(JposDbContext db, DatabaseEngine engine)
{
    /// <summary>So many faults of one kind are told one by one; of the others, how many they are.</summary>
    public const int MostTold = 100;

    /// <summary>Looks at everything as it is at one moment. Nothing is changed.</summary>
    public async Task<LedgerReport> Verify(CancellationToken cancellation)
    {
        // Sums over a large journal take longer than any message may.
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
