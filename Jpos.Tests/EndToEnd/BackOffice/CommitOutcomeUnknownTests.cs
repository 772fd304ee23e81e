using System.Net;
using Jpos.Application.BackOffice.Access;
using Jpos.Application.BackOffice.Requests;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>A server that is lost while a command is being committed: no answer claims that nothing was done if something was.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSql))]
internal sealed class CommitOutcomeUnknownTests(Engine engine)
{
    private const string Store = $"stores/{Form.Store}";

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
    public async Task A_change_that_was_done_unheard_is_not_called_stale()
    {
        var seen = await manager.Get(Store);
        Lose(done: true);
        var changed = await manager.Put(Store, new { name = "renamed" }, seen.Tag);
        Assert.That((changed.Status, changed.RetryAfter, changed.Type), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "5", "application/problem+json")), changed.Text);
        Assert.That(changed["detail"], Does.Contain("Read the resource before you send the request again."));
        Assert.That((await manager.Get(Store))["name"], Is.EqualTo("renamed"));

        var stale = await manager.Put(Store, new { name = "again" }, seen.Tag);
        Assert.That((stale.Status, stale.RetryAfter), Is.EqualTo((HttpStatusCode.PreconditionFailed, (string?)null)), "the outcome is known");
    }

    [Test]
    public async Task A_change_that_was_not_done_is_done_the_second_time()
    {
        var seen = await manager.Get(Store);
        Lose(done: false);
        var changed = await manager.Put(Store, new { name = "renamed" }, seen.Tag);
        Assert.That((changed.Status, changed["name"]), Is.EqualTo((HttpStatusCode.OK, "renamed")), changed.Text);
    }

    [Test]
    public async Task What_was_removed_unheard_is_not_called_missing()
    {
        var address = $"webhooks/{(await manager.Post("webhooks", new { url = "https://example.com/", events = new[] { "batch.settled" } }))["id"]}";
        var seen = await manager.Get(address);
        Lose(done: true);
        Assert.That((await manager.Delete(address, seen.Tag)).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That((await manager.Get(address)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_has_a_key_of_its_own_gets_its_answer()
    {
        Lose(done: true);
        var made = await manager.Post("stores", new { number = "41", name = "once" });
        Assert.That((made.Status, made["name"]), Is.EqualTo((HttpStatusCode.Created, "once")), made.Text);
    }

    [TestCase(true)]
    [TestCase(false, Description = "The driver does not even know that it is lost.")]
    public async Task No_second_key_is_made_for_one_that_may_be_there(bool isKnown)
    {
        var before = await host.InDatabase(db => db.ApiKeys.CountAsync());
        Lose(done: true, isKnown);
        await using var scope = host.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<IMediator>()
            .Send(new CreateApiKey("lost", Role.Viewer, [], null) { Caller = new Caller("test", Role.Administrator, [], "test", IsAtMachine: true) });
        Assert.That((made.Problem?.Failure, await host.InDatabase(db => db.ApiKeys.CountAsync())), Is.EqualTo((FailureKind.CommitOutcomeUnknown, before + 1)));
    }

    /// <summary>The server is lost with the next commit, once: before it is done, or before anybody is told.</summary>
    private void Lose(bool done, bool isKnown = true)
    {
        var lost = 0;
        Task LoseOnce() => ++lost == 1 ? throw (isKnown ? new NpgsqlException("The connection was lost.", new IOException()) : new InvalidOperationException("The connection is broken.")) : Task.CompletedTask;
        if (done)
        {
            host.Seam.Committed = _ => LoseOnce();
        }
        else
        {
            host.Seam.Committing = _ => LoseOnce();
        }
    }
}
