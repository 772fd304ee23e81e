using System.Globalization;
using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Infrastructure.Database;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Protocol;

/// <summary>States that no message can make, by name: <c>card 9900000000000010 stolen</c>, or <c>store 100000000000001 denies consume</c>.</summary>
internal static class Arrangements
{
    private static readonly DateOnly Past = DateOnly.FromDateTime(JposHost.Start.UtcDateTime).AddDays(-2);

    private static readonly Dictionary<string, Func<JposDbContext, string, string, Task<int>>> Named = new()
    {
        ["card issued"] = (db, card, _) => Put(db, card, CardState.Issued),
        ["card lost"] = (db, card, _) => Put(db, card, CardState.Lost),
        ["card stolen"] = (db, card, _) => Put(db, card, CardState.Stolen),
        ["card frozen"] = (db, card, _) => Put(db, card, CardState.Frozen),
        ["card closed"] = (db, card, _) => Put(db, card, CardState.Closed),
        ["card expired"] = (db, card, _) => OneCard(db, card).Where(row => row.ExpiresOn == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.ExpiresOn, Past)),
        ["card without-pin"] = (db, card, _) => OneCard(db, card).Where(row => row.PinVerifier != null).ExecuteUpdateAsync(set => set.SetProperty(row => row.PinVerifier, (byte[]?)null)),
        ["card renumbered"] = (db, card, number) => OneCard(db, card).ExecuteUpdateAsync(set => set.SetProperty(row => row.Number, CardNumber.Of(number))),
        ["product-of denies"] = (db, card, operation) =>
            ProductOf(db, card).Where(product => product.DeniedOperations == Operations.None).ExecuteUpdateAsync(set => set.SetProperty(product => product.DeniedOperations, Operation(operation))),
        ["product-of pays-at-most"] = (db, card, amount) =>
            ProductOf(db, card).Where(product => product.MostPerConsume == null).ExecuteUpdateAsync(set => set.SetProperty(product => product.MostPerConsume, Yuan(amount))),
        ["product-of pays-daily"] = (db, card, times) =>
            ProductOf(db, card).Where(product => product.MostConsumesPerDay == null).ExecuteUpdateAsync(set => set.SetProperty(product => product.MostConsumesPerDay, Number(times))),
        ["product-of asks-pin"] = (db, card, _) =>
            ProductOf(db, card).Where(product => !product.RequiresPin).ExecuteUpdateAsync(set => set.SetProperty(product => product.RequiresPin, true)),
        ["product-of without-check-digit"] = (db, card, _) =>
            ProductOf(db, card).Where(product => product.HasCheckDigit).ExecuteUpdateAsync(set => set.SetProperty(product => product.HasCheckDigit, false)),
        ["terminal answers"] = (db, terminal, profile) => db.Terminals
            .Where(row => row.Number == TerminalNumber.Of(terminal) && row.AnswerFormat == AnswerFormat.Full)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AnswerFormat, Enum.Parse<AnswerFormat>(profile))),
        ["member-of named"] = (db, card, name) => db.Set<Member>()
            .Where(member => OneCard(db, card).Any(row => row.Member!.Id == member.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.Name, name)),
        ["store denies"] = (db, store, operation) => db.Stores
            .Where(row => row.Number == StoreNumber.Of(store) && row.DeniedOperations == Operations.None)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.DeniedOperations, Operation(operation))),
        ["ticket expired"] = (db, ticket, _) => db.Tickets
            .Where(row => row.Id == Number(ticket) && row.ValidThrough > Past)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ValidThrough, Past)),
        ["ticket valid"] = (db, ticket, _) => db.Tickets
            .Where(row => row.Id == Number(ticket) && row.ValidThrough == Past)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ValidThrough, Past.AddYears(1))),
        ["ticket moved-to"] = (db, ticket, card) => db.Tickets
            .Where(row => row.Id == Number(ticket))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AccountId, row => OneCard(db, card).Select(holder => holder.AccountId).First())),

        // What a settlement will do: it closes the batch and releases its gifts.
        ["batch closed"] = (db, terminal, _) => db.Batches
            .Where(row => row.TerminalNumber == TerminalNumber.Of(terminal) && row.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, JposHost.Start.UtcDateTime).SetProperty(row => row.GiftsPendingUntil, JposHost.Start.UtcDateTime)),
        ["batch numbered"] = (db, terminal, number) => db.Batches
            .Where(row => row.TerminalNumber == TerminalNumber.Of(terminal) && row.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Number, BatchNumber.Of(Number(number)))),
    };

    /// <summary>Brings a state about, and sees that something has changed.</summary>
    /// <param name="host">Where.</param>
    /// <param name="arrangement">What it is about, which one, the state, and a value if the state has one.</param>
    public static async Task Arrange(this JposHost host, string arrangement)
    {
        var words = arrangement.Split(' ');
        Assert.That(words, Has.Length.InRange(3, 4), arrangement);
        var changed = await host.InDatabase(db => Named[$"{words[0]} {words[2]}"](db, words[1], words.Length == 4 ? words[3] : ""));
        Assert.That(changed, Is.EqualTo(1), $"rows changed by: {arrangement}");
    }

    private static IQueryable<Card> OneCard(JposDbContext db, string card) => db.Cards.Where(row => row.Number == CardNumber.Of(card));

    private static Task<int> Put(JposDbContext db, string card, CardState state) =>
        OneCard(db, card).Where(row => row.State != state).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state));

    private static IQueryable<CardProduct> ProductOf(JposDbContext db, string card) =>
        db.CardProducts.Where(product => OneCard(db, card).Any(row => row.Product.Id == product.Id));

    private static Operations Operation(string name) => Enum.Parse<Operations>(name, ignoreCase: true);

    private static Money Yuan(string amount) => Money.Of(decimal.Parse(amount, CultureInfo.InvariantCulture));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
