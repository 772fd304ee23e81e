using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Maintenance;

/// <summary>Deletes rows that are kept for a limited time. These are failures, verify codes and points of persons that limits count, answers to signed messages without a key, idempotency records, delivered events, and deliveries without a subscription.</summary>
internal sealed class RetentionJob(TransactionRunner runner, WebhookSettings webhooks, TimeProvider time)
{
    /// <summary>The days to keep failures and codes, longer than the longest limit, which counts one day.</summary>
    public const int KeptDays = 2;

    /// <summary>The days in which a command of the back office can be repeated without a second effect.</summary>
    private const int ResultsKeptDays = 7;

    /// <summary>The most rows to delete in one transaction, so that messages run in between. SQL Server locks the whole table for a statement with 5000 locks, and a row with its indexes takes several.</summary>
    private const int MostAtOnce = 1000;

    private static readonly Transaction Chunk = new(TransactionProfile.Background, ConnectionConsumer.Maintenance, () => "Retention job");

    public async Task Run(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (before, resultsBefore, deliveredBefore) = (now.AddDays(-KeptDays), now.AddDays(-ResultsKeptDays), now.AddDays(-webhooks.KeptDays));
        var lastDay = DateOnly.FromDateTime(before);
        await Remove(db => db.AddressFailures.Where(failures => failures.Since < before).OrderBy(failures => failures.Since), cancellation);
        await Remove(db => db.PinFailures.Where(guesses => guesses.Since < before).OrderBy(guesses => guesses.Since), cancellation);
        await Remove(db => db.DailyPointsByPerson.Where(count => count.Day < lastDay).OrderBy(count => count.Day), cancellation);
        await Remove(db => db.StoredAnswers.Where(answered => answered.ExpiresAt < now).OrderBy(answered => answered.ExpiresAt), cancellation);
        await Remove(db => db.VerifyCodes.Where(code => code.SentAt < before).OrderBy(code => code.SentAt), cancellation);
        await Remove(db => db.IdempotencyRecords.Where(kept => kept.CreatedAt < resultsBefore).OrderBy(kept => kept.CreatedAt), cancellation);
        await Remove(db => db.Deliveries.Where(delivery => delivery.DeliveredAt < deliveredBefore).OrderBy(delivery => delivery.Number), cancellation);
        await Remove(db => db.Deliveries.Where(delivery => !db.Subscriptions.Any(one => one.Id == delivery.SubscriptionId)).OrderBy(delivery => delivery.Number), cancellation);
    }

    /// <summary>Deletes rows in portions until a portion is not full.</summary>
    private async Task Remove<TRow>(Func<JposDbContext, IQueryable<TRow>> rows, CancellationToken cancellation)
    {
        while (await runner.Write(Chunk, (services, stop) => rows(services.GetRequiredService<JposDbContext>()).Take(MostAtOnce).ExecuteDeleteAsync(stop), cancellation) == MostAtOnce)
        {
        }
    }
}
