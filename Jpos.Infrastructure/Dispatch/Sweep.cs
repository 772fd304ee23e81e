using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Persistence;
using Jpos.Infrastructure.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Removes what is kept for a while only: what limits look back at, refusals of addresses, wrong PINs, verify codes, what persons moved and the answers to signed messages without a key; what came of acts of the back office, for their repeats; events that were delivered, or whose subscription is gone.</summary>
internal sealed class Sweep(IServiceScopeFactory scopes, DatabaseEngine engine, WriterTurn writer, WebhookSettings webhooks, TimeProvider time)
{
    /// <summary>Longer than the longest limit, which counts the codes of a day.</summary>
    private const int KeptDays = 2;

    /// <summary>How long an act of the back office can be repeated without a second effect.</summary>
    private const int ResultsKeptDays = 7;

    /// <summary>Of what there are many, so many go in one transaction, and messages come in between.</summary>
    private const int MostAtOnce = 5000;

    public async Task Run(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (before, resultsBefore, deliveredBefore) = (now.AddDays(-KeptDays), now.AddDays(-ResultsKeptDays), now.AddDays(-webhooks.KeptDays));
        var lastDay = DateOnly.FromDateTime(before);
        await Remove(
            async db => await db.AddressFailures.Where(failures => failures.Since < before).ExecuteDeleteAsync(cancellation)
                + await db.PinGuesses.Where(guesses => guesses.Since < before).ExecuteDeleteAsync(cancellation)
                + await db.PointsByPerson.Where(count => count.Day < lastDay).ExecuteDeleteAsync(cancellation)
                + await db.AnsweredMessages.Where(answered => answered.KeptUntil < now).ExecuteDeleteAsync(cancellation)
                + await db.VerifyCodes.Where(code => code.SentAt < before).ExecuteDeleteAsync(cancellation)
                + await db.KeptResults.Where(kept => kept.At < resultsBefore).ExecuteDeleteAsync(cancellation),
            cancellation);
        while (await Remove(db => Some(db.Deliveries.Where(delivery => delivery.DeliveredAt < deliveredBefore)).ExecuteDeleteAsync(cancellation), cancellation) == MostAtOnce)
        {
        }

        while (await Remove(db => Some(db.Deliveries.Where(delivery => !db.Subscriptions.Any(one => one.Id == delivery.SubscriptionId))).ExecuteDeleteAsync(cancellation), cancellation) == MostAtOnce)
        {
        }
    }

    private static IQueryable<Delivery> Some(IQueryable<Delivery> deliveries) => deliveries.OrderBy(delivery => delivery.Number).Take(MostAtOnce);

    private async Task<int> Remove(Func<JposDbContext, Task<int>> remove, CancellationToken cancellation)
    {
        using var turn = await writer.Take(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<JposDbContext>();
        await engine.BeginWriting(db, cancellation);
        var removed = await remove(db);
        await db.Database.CommitTransactionAsync(CancellationToken.None);
        return removed;
    }
}
