using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Persistence;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>A command about many cards does not send the database a statement for each: payments wait for it.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class ManyAtOnceTests(Engine engine)
{
    private const int Cards = 300;
    private const int MostStatements = 60;

    [Test]
    public async Task Many_cards_and_tickets_are_issued_without_a_statement_of_the_mapper_for_each()
    {
        var sent = new SentStatements();
        await using var host = await JposHost.Run(services: services => services.Intercept(sent), engine: engine);
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        var product = (await manager.Post("card-products", new { name = "Plain", hasCheckDigit = false })).Json.GetProperty("id").GetInt64();
        var kind = (await manager.Post("ticket-kinds", new { name = "Coffee", type = "exchange", face = 18, validDays = 90 }))["id"];

        sent.Take();
        var issued = await manager.Post("cards/ranges", new { first = "9700000000000000", count = Cards, product, openingBalance = 2.5m });
        Assert.That(issued.Status, Is.EqualTo(HttpStatusCode.OK), issued.Text);
        Assert.That(sent.Take(), Has.Count.LessThan(MostStatements));

        var tickets = await manager.Post($"ticket-kinds/{kind}/issues", new { cards = Enumerable.Range(0, Cards).Select(number => $"97{number:D14}"), pieces = 2, reason = "x" });
        Assert.That(tickets.Status, Is.EqualTo(HttpStatusCode.OK), tickets.Text);
        Assert.That(sent.Take(), Has.Count.LessThan(MostStatements));
        Assert.That((await manager.Get("cards/9700000000000299"))["balance"], Is.EqualTo("2.5"));
        Assert.That((await manager.Get("cards/9700000000000299/tickets")).Json.GetProperty("items")[0].GetProperty("remaining").GetInt32(), Is.EqualTo(2));
    }
}
