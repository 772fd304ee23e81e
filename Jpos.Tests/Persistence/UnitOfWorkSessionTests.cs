using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Alerts;
using Jpos.Domain.Cards;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Startup;
using Jpos.Infrastructure.Webhooks;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.Persistence;

/// <summary>A query sees what the unit of work has not yet written.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class UnitOfWorkSessionTests(Engine engine)
{
    private static readonly DateTime Now = JposHost.Start.UtcDateTime;

    private JposHost host = null!;
    private AsyncServiceScope scope;
    private UnitOfWorkSession session = null!;

    private JposDbContext Db => scope.ServiceProvider.GetRequiredService<JposDbContext>();

    [SetUp]
    public async Task Begin()
    {
        host = await JposHost.Borrow(engine: engine);
        scope = host.Services.CreateAsyncScope();
        session = scope.ServiceProvider.GetRequiredService<UnitOfWorkSession>();
    }

    [TearDown]
    public async Task Stop()
    {
        await scope.DisposeAsync();
        await host.DisposeAsync();
    }

    [Test]
    public async Task What_was_added_is_seen_by_the_next_query_in_the_same_message([Values] bool isShared)
    {
        await BeginWriting(isShared);
        var alerts = scope.ServiceProvider.GetRequiredService<IAlerts>();

        await alerts.Raise(AlertKind.TextBudget, Now, default);
        await alerts.Raise(AlertKind.TextBudget, Now, default);

        Assert.That(await Db.Alerts.CountAsync(), Is.EqualTo(1), "the second one found the first");
    }

    [Test]
    public async Task What_an_earlier_message_changed_is_seen_by_the_next_query()
    {
        await BeginWriting(isShared: true);
        await Rename();
        session.MarkChanged();

        Assert.That(await CountRenamed(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_a_command_changed_is_seen_by_its_next_query()
    {
        await BeginWriting(isShared: false);
        await Rename();

        Assert.That(await CountRenamed(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_unit_that_only_looks_writes_nothing()
    {
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().BeginReading(default);
        session.Add(new Alert(AlertKind.TextBudget, Now));

        Assert.That(await (await session.Query<Alert>(default)).CountAsync(), Is.Zero);
        Assert.That(scope.ServiceProvider.GetRequiredService<UnitOfWork>().HasChanges, Is.True, "the message is handled again in a unit that writes");
    }

    [Test]
    public void Events_are_added_before_anything_else_sees_a_save()
    {
        var interceptors = Db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()!.Interceptors!.ToList();
        var own = (engine switch
        {
            Engine.PostgreSql => SaveInterceptors.OfPostgreSql(host.Services),
            Engine.SqlServer => SaveInterceptors.OfSqlServer(host.Services),
            _ => SaveInterceptors.OfSqlite(host.Services),
        }).Select(one => one.GetType()).ToList();
        Assert.That(own[0], Is.EqualTo(typeof(OutboxInterceptor)));
        Assert.That(interceptors.Select(one => one.GetType()).Where(own.Contains), Is.EqualTo(own));
    }

    private async Task BeginWriting(bool isShared)
    {
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().BeginWriting(default);
        if (isShared)
        {
            session.BeginSharing();
        }
    }

    private async Task Rename() => (await (await session.Query<CardProduct>(default)).OrderBy(one => one.Id).FirstAsync()).Change(new("改名"));

    private async Task<int> CountRenamed() => await (await session.Query<CardProduct>(default)).CountAsync(one => one.Name == "改名");
}
