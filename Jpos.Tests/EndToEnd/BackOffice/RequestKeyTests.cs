using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>A request that is sent again has one effect, and each caller's keys are their own.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class RequestKeyTests(Engine engine)
{
    private readonly object store = new { number = "41", name = "once" };
    private JposHost host = null!;
    private BackOfficeClient manager = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        manager = await BackOfficeClient.Of(host, Role.Manager);
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_repeat_gets_the_first_answer_and_has_no_effect()
    {
        var first = await manager.Post("stores", store, "k");
        var after = await host.Dump();
        var again = await manager.Post("stores", store, "k");
        Assert.That(again, Is.EqualTo(first));
        Assert.That(await host.Dump(), Is.EqualTo(after));
    }

    [Test]
    public async Task Copies_at_once_have_one_effect()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => manager.Post("stores", store, "k")));
        Assert.That(answers, Is.All.EqualTo(answers[0]));
        Assert.That(answers[0].Status, Is.EqualTo(HttpStatusCode.Created), answers[0].Text);
        Assert.That((await (await BackOfficeClient.Of(host, Role.SecurityOfficer)).Get("audit?subject=stores/41")).Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_same_key_for_something_else_is_refused()
    {
        await manager.Post("stores", store, "k");
        var other = await manager.Post("stores", new { number = "42", name = "once" }, "k");
        var elsewhere = await manager.Post($"stores/{Form.Store}/operators", new { number = "77" }, "k");
        Assert.That((other.Status, elsewhere.Status), Is.EqualTo((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity)));
    }

    [Test]
    public async Task What_was_refused_may_be_asked_for_again()
    {
        Assert.That((await manager.Post("stores", new { number = Form.Store, name = "acknowledged" }, "k")).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await manager.Post("stores", store, "k")).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Another_callers_key_is_another_key()
    {
        await manager.Post("stores", store, "k");
        var other = await BackOfficeClient.Of(host, Role.Manager);
        Assert.That((await other.Post("stores", new { number = "42", name = "other" }, "k")).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("a b")]
    public async Task A_post_needs_a_key(string? key)
    {
        var refused = await manager.Send(HttpMethod.Post, "stores", store, request =>
        {
            if (key is not null)
            {
                request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            }
        });
        Assert.That((refused.Status, refused.Type), Is.EqualTo((HttpStatusCode.BadRequest, "application/problem+json")));
    }
}
