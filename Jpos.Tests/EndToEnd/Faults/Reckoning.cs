using Jpos.Domain.Batches;
using Jpos.Domain.Protocol;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd.Faults;

/// <summary>Compares what tills were told with what is in the database, when all is over.</summary>
internal static class Reckoning
{
    /// <summary>What the demo data gives, and what comes of a consume: a hundred yuan earn something, and the gold card pays a hundredth of a point.</summary>
    private static readonly Dictionary<string, (decimal Points, decimal Effect)> Cards = new()
    {
        [Form.GoldCard] = (1000m, 1.49m),
        [Form.PinCard] = (100m, 1m),
        [Form.EmptyCard] = (0m, 1m),
    };

    /// <param name="load">The load, which has ended.</param>
    /// <param name="database">The database.</param>
    /// <param name="faults">What was done to them, for the report.</param>
    public static async Task Check(FaultLoad load, TestDatabase database, string faults)
    {
        var sent = load.Tills.SelectMany(till => till.Sent).ToList();
        var changed = (await Task.WhenAll(load.Tills.Select(till => till.Repeat()))).SelectMany(some => some).ToList();
        await using var db = database.Open();
        var keys = await Keys(db, sent);
        await TestContext.Out.WriteLineAsync(
            $"{faults}: {sent.Count(message => message.Answer is not null)} answered, {load.Cut} cut, {load.OutOfTime} out of time, "
            + $"{sent.Count(Stands)} effects, {changed.Count} lost, {keys.Count(key => key.Value > 1)} doubled, longest {load.Longest.TotalSeconds:F1} s");

        Assert.That(changed, Is.Empty, "what was answered is answered again, byte for byte, and what was reversed stays so");
        Assert.That(keys.Where(key => key.Value != 1), Is.Empty, "one record for each message");
        foreach (var (card, (points, effect)) in Cards)
        {
            var effects = load.Tills.Where(till => till.Card == card).SelectMany(till => till.Sent).Count(Stands);
            var number = CardNumber.Of(card);
            var balance = await db.Accounts.Where(account => account.Id == db.Cards.Single(one => one.Number == number).AccountId).Select(account => account.Balance).SingleAsync();
            Assert.That(balance.ToString(), Is.EqualTo(Domain.Points.Of(points + (effects * effect)).ToString()), $"card {card}: {effects} effects");
        }

        foreach (var batch in await db.Batches.AsNoTracking().ToListAsync())
        {
            AssertTotals(batch, [.. load.Tills.Where(till => till.Terminal == batch.TerminalNumber.Value).SelectMany(till => till.Sent)]);
        }

        Assert.That(await database.Faults(), Is.Empty);
    }

    private static bool Stands(SentMessage message) => message is { Kind: SentMessage.Consume, IsReversed: false, IsCancelled: false };

    private static void AssertTotals(Batch batch, IReadOnlyList<SentMessage> sent)
    {
        var standing = sent.Where(message => message is { IsReversal: false, IsReversed: false }).ToList();
        var (consumes, cancels) = (standing.Count(message => message.Kind == SentMessage.Consume), standing.Count(message => message.Kind == SentMessage.Cancel));
        Assert.That((batch.Totals.PointDebitCount, batch.Totals.CancelCount, batch.Totals.TotalTransCount), Is.EqualTo((consumes, cancels, consumes + cancels)), $"batch of {batch.TerminalNumber}");
    }

    /// <summary>How many records there are of each message. A message that was reversed before it came has none, and needs none.</summary>
    private static async Task<Dictionary<string, int>> Keys(Infrastructure.Database.JposDbContext db, IReadOnlyList<SentMessage> sent)
    {
        var entries = await db.Journal.AsNoTracking().Where(entry => entry.Trace != null).Select(entry => new { TerminalNumber = entry.Terminal!, entry.Trace, entry.IsReversal }).ToListAsync();
        var keys = sent.Where(message => message.Answer is not null).ToDictionary(message => message.Key, _ => 0);
        foreach (var entry in entries)
        {
            var key = $"{entry.TerminalNumber.Value} {Form.Six(entry.Trace!.Value)}{(entry.IsReversal ? " reversal" : "")}";
            keys[key] = keys.GetValueOrDefault(key) + 1;
        }

        return keys;
    }
}
