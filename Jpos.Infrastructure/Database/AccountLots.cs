using Jpos.Application.Time;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;

namespace Jpos.Infrastructure.Database;

/// <summary>
/// Reads the lots of accounts. An account with few lots is read as a whole, together with others. Of an account with many, only those lots are read that decide what is available, and those that are spent first.
/// </summary>
internal sealed class AccountLots(JposDbContext db, ProgrammeCache programme, ProgrammeClock clock)
{
    private const int FirstPage = 32;

    private readonly PrefetchQueries queries = PrefetchQueries.Of(db);

    private DateOnly GiftExpiry => programme.Value.GiftExpiry(clock.Now.Today);

    /// <summary>Reads the lots of accounts that have few.</summary>
    public async Task ReadWhole(IReadOnlyCollection<PointAccount> accounts, CancellationToken cancellation)
    {
        if (accounts.Count == 0)
        {
            return;
        }

        await foreach (var lot in queries.Lots(db, [.. accounts.Select(account => account.Id)], GiftExpiry).WithCancellation(cancellation))
        {
            // EF adds each lot to its account while it is read.
        }

        await AttachBatches(accounts.SelectMany(account => account.Lots), cancellation);
    }

    /// <summary>Reads the lots of one account that decide what is available, and those from which points would be taken.</summary>
    /// <param name="account">The account.</param>
    /// <param name="toTake">The points that may be taken.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task Read(PointAccount account, Points toTake, CancellationToken cancellation)
    {
        if (account.OpenLots <= PointAccount.FewLots)
        {
            await ReadWhole([account], cancellation);
            account.MarkRead(isWhole: true);
            return;
        }

        var (now, giftExpiry) = (clock.Now, GiftExpiry);
        var lots = db.Lots.Where(lot => lot.AccountId == account.Id);
        await lots.Where(lot => lot.PendingUntil > now.Utc && !lot.IsEmpty).LoadAsync(cancellation);
        await lots.Where(lot => !lot.IsEmpty && lot.ExpiresOn < now.Today).LoadAsync(cancellation);
        await lots.Where(lot => lot.ExpiresOn == giftExpiry || lot.ExpiresOn == LotKey.Never).LoadAsync(cancellation);
        for (var page = FirstPage; ; page *= 2)
        {
            var first = await lots.Where(lot => !lot.IsEmpty && lot.ExpiresOn >= now.Today).OrderBy(lot => lot.ExpiresOn).ThenBy(lot => lot.Id).Take(page).ToListAsync(cancellation);
            await AttachBatches(account.Lots, cancellation);
            var isWhole = first.Count < page;
            if (isWhole || first.Where(lot => lot.IsSpendable(now)).Select(lot => lot.Remaining).Sum() >= toTake)
            {
                account.MarkRead(isWhole);
                return;
            }
        }
    }

    /// <summary>Attaches the batches that decide whether lots are pending.</summary>
    public async Task AttachBatches(IEnumerable<Lot> lots, CancellationToken cancellation)
    {
        // A message decides by an instant that was before this one.
        var now = clock.Now.Utc.AddMinutes(-1);
        var waiting = lots.Where(lot => lot.NeedsBatch(now)).ToList();
        if (waiting.Count == 0)
        {
            return;
        }

        var batches = new Dictionary<long, Batch>();
        await foreach (var batch in queries.Batches(db, [.. waiting.Select(lot => lot.BatchId).Distinct()]).WithCancellation(cancellation))
        {
            batches.Add(batch.Id, batch);
        }

        foreach (var lot in waiting)
        {
            lot.Attach(batches[lot.BatchId]);
        }
    }
}
