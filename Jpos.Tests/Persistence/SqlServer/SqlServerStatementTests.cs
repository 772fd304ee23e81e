using System.Reflection;
using Jpos.Application.BackOffice;
using Jpos.Application.BackOffice.Stores;
using Jpos.Application.Mobile;
using Jpos.Application.Ports;
using Jpos.Application.Trans;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using Jpos.Domain.Webhooks;
using Jpos.Infrastructure;
using Jpos.Infrastructure.Dispatch;
using Jpos.Infrastructure.Persistence;
using Jpos.Infrastructure.Persistence.Repositories;
using Jpos.Infrastructure.Persistence.SqlServer;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Webhooks;
using Jpos.Tests.Hosting;
using Jpos.Tests.Unit;
using MediatR;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jpos.Tests.Persistence.SqlServer;

/// <summary>Every statement that the host sends to SQL Server, by SQL Server's own parser. They are made by the real provider and sent to nobody.</summary>
internal sealed class SqlServerStatementTests
{
    /// <summary>How many there were when this was written; fewer would mean that something is no longer driven.</summary>
    private const int Fewest = 180;

    private readonly TemporaryFolder folder = new();
    private readonly List<string> sent = [];
    private ServiceProvider services = null!;

    [OneTimeSetUp]
    public void MakeHost()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Configuration["Jpos:Database:Provider"] = "SqlServer";
        builder.Configuration["ConnectionStrings:Jpos"] = "Server=none";
        builder.Configuration["Jpos:Database:MigrateOnStart"] = "false";
        builder.Configuration["Jpos:Security:HostKeyFile"] = folder.File("host.key");
        builder.Services.AddJpos(builder.Configuration, builder.Environment);
        builder.Services.AddScoped<JposDbContext>(_ => new SqlServerJposDbContext(new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer(new SilentServer(sent)).Options));
        services = builder.Services.BuildServiceProvider();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        services.Dispose();
        folder.Dispose();
    }

    [Test]
    public async Task All_of_them_parse()
    {
        await Starts();
        await RunsOfTheHost();
        await Commands();
        await Repositories();
        await Saves();
        await SharedUnits();
        await Acts();

        var distinct = sent.Append(SqlServerSession.Settings).Append(SqlServerOptions.AllowSnapshots).Distinct().ToList();
        Assert.That(distinct.Count(sql => sql.Contains("UPDLOCK", StringComparison.Ordinal)), Is.EqualTo(1), "whatever a unit locks, the text is the same");
        Assert.That(distinct.Select(sql => (Sql: sql, Errors: TransactSql.ErrorsOf(sql))).Where(statement => statement.Errors.Count > 0), Is.Empty);
        Assert.That(distinct, Has.Count.GreaterThanOrEqualTo(Fewest));
        await TestContext.Out.WriteLineAsync($"{distinct.Count} different statements");
    }

    /// <summary>The driver refuses to work in a process without cultures; and it says so before it looks for a server.</summary>
    [Test]
    public void The_host_may_open_a_connection()
    {
        using var nowhere = new SqlConnection("Server=127.0.0.1,1;User Id=nobody;Password=none;Connect Timeout=1;Encrypt=false");
        Assert.That(nowhere.Open, Throws.TypeOf<SqlException>());
        Assert.That(File.ReadAllText(Path.ChangeExtension(typeof(Program).Assembly.Location, ".runtimeconfig.json")), Does.Contain("net10.0").And.Not.Contain("Globalization.Invariant"));
    }

    /// <summary>The start on an empty database: its migrations, its keys, its numbers, the demo data.</summary>
    private Task Starts() => Send(host => host.PrepareJposDatabase(), "[__EFMigrationsHistory]", "[sys].[databases]", "INSERT INTO [DataKeys]", "UPDATE [n]", "[PointAccounts]", "[Tickets]");

    private async Task RunsOfTheHost()
    {
        await Send(_ => services.GetRequiredService<ExpiryRun>().Run(CancellationToken.None), "[Lots]", "FROM [PointAccounts]");
        await Send(_ => services.GetRequiredService<Sweep>().Run(CancellationToken.None), "DELETE FROM [a]", "DELETE FROM [v]");
        await Send(_ => CourierAsks(services.GetRequiredService<CourierRows>()), "UPDATE [w]", "FROM [WebhookOutbox]", "FROM [WebhookDeliveries]", "[WebhookSubscriptions]", "[WebhookLeases]");
        await Send(_ => services.GetRequiredService<Rewrapping>().Run(CancellationToken.None), "[DataKeys]", "[WorkingKeys]");
    }

    private static async Task CourierAsks(CourierRows rows)
    {
        var delivery = (Delivery)Samples.Of(typeof(Delivery), 1);
        await rows.Distribute(CancellationToken.None);
        await rows.Due("host", CancellationToken.None);
        await rows.Lease(1, "host", CancellationToken.None);
        await rows.GiveBack(1, "host", CancellationToken.None);
        await rows.Lines(1, [], 8, CancellationToken.None);
        await rows.Lines(1, ["cards/1", "cards/2"], 8, CancellationToken.None);
        await rows.First(1, "cards/1", CancellationToken.None);
        await rows.HoldBack(delivery, CancellationToken.None);
        await rows.Note(delivery, new Outcome("200", IsTaken: true), CancellationToken.None);
    }

    private async Task Commands()
    {
        await using var scope = services.CreateAsyncScope();
        using var components = new StringReader("0123456789ABCDEFFEDCBA9876543210\n101013131515161619191A1A1C1C1F1F\n\nyes\n");
        await Send(
            _ => Run(ActivatorUtilities.CreateInstance<TerminalKeyLoading>(scope.ServiceProvider).Run("10000001", components, TextWriter.Null, CancellationToken.None)), "[Terminals]");
        await Send(host => host.RunJposCommand([HostCommands.Verify], TextReader.Null, TextWriter.Null), "[Postings]", "[TicketMovements]", "[Batches]");
    }

    /// <summary>Every method of every repository that asks the database, found by looking for them, so that none is forgotten.</summary>
    private async Task Repositories()
    {
        var methods = RepositoryMethods().ToList();
        Assert.That(methods.Select(method => method.Port).Distinct().Count(), Is.EqualTo(23));
        foreach (var (port, method, flag) in methods)
        {
            var before = sent.Count;
            await using var scope = services.CreateAsyncScope();
            var arguments = method.GetParameters().Select((parameter, place) => parameter.ParameterType == typeof(bool) ? flag : Samples.Of(parameter.ParameterType, place + 1)).ToArray();
            await Run((Task)method.Invoke(scope.ServiceProvider.GetRequiredService(port), arguments)!);
            Assert.That(sent.Count, Is.GreaterThan(before), $"{port.Name}.{method.Name}");
        }

        Assert.That(sent, Has.Some.Contains("FROM [Postings]").Or.Some.Contains("INNER JOIN [Postings]"), "a family's postings");
    }

    /// <summary>Each kind of row, added, changed and removed, alone and with others.</summary>
    private async Task Saves()
    {
        await using var looking = services.CreateAsyncScope();
        foreach (var type in looking.ServiceProvider.GetRequiredService<JposDbContext>().Model.GetEntityTypes())
        {
            foreach (var state in (EntityState[])[EntityState.Added, EntityState.Modified, EntityState.Deleted])
            {
                foreach (var rows in (int[])[1, 5])
                {
                    var before = sent.Count;
                    await using var scope = services.CreateAsyncScope();
                    var db = scope.ServiceProvider.GetRequiredService<JposDbContext>();
                    foreach (var number in Enumerable.Range(1, rows))
                    {
                        Samples.Row(db, type, number, isNew: state is EntityState.Added).State = state;
                    }

                    await db.SaveChangesAsync();
                    Assert.That(sent.Count, Is.GreaterThan(before), $"{state} {type.ClrType.Name}");
                }
            }
        }
    }

    /// <summary>What a unit of work locks, and what it looks for by many keys at once.</summary>
    private Task SharedUnits() => Send(
        async _ =>
        {
            await using var scope = services.CreateAsyncScope();
            var (db, engine) = (scope.ServiceProvider.GetRequiredService<JposDbContext>(), scope.ServiceProvider.GetRequiredService<DatabaseEngine>());
            var queries = UnitQueries.Of(db);
            List<Application.Messages.TerminalMessage> messages =
            [
                .. Enumerable.Range(1, 3).Select(trace => new SendVerifyCode { Store = Given.StoreNumber, Terminal = TerminalNumber.Of($"1000000{trace}"), Mobile = MobileNumber.Of($"1390000000{trace}") }),
                .. Enumerable.Range(1, 3).Select(trace => Bought(trace, password: null)),
            ];
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().BeginWriting(messages, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<UnitRows>().Load([Bought(4, Given.Pin("03B1E2CF2F2A2C1D"))], CancellationToken.None);
            await Run(queries.Lots(db, [1, 2]).ToListAsync().AsTask());
            await engine.Lock(db, Locks.Of(new Settle { Store = Given.StoreNumber, Terminal = Given.TerminalNumber, Batch = BatchNumber.First, Claimed = null }), CancellationToken.None);
            await engine.Lock(db, Locks.OfAccounts([1, 2]), CancellationToken.None);
            await Run(engine.WithKeys(db, [(1, TraceNumber.Of(1)), (2, TraceNumber.Of(2))]).ToListAsync());
        },
        "FROM [Terminals] WITH (UPDLOCK, ROWLOCK)",
        "sp_getapplock",
        "LEFT JOIN [PointAccounts]",
        "[WorkingKeys]",
        "FROM [Lots]",
        "OPENJSON");

    /// <summary>An act with a key of its own.</summary>
    private Task Acts() => Send(
        async _ =>
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>()
                .Send(new CreateStore(StoreNumber.Of("100000000000009"), new StoreProfile("Nine")) { Caller = Caller.AtMachine, IdempotencyKey = "nine" });
        },
        "FROM [KeptResults]",
        "INSERT INTO [KeptResults]",
        "INSERT INTO [Stores]");

    private static Consume Bought(int trace, PinBlock? password) => new()
    {
        Store = Given.StoreNumber,
        Terminal = Given.TerminalNumber,
        Card = CardNumber.Of($"990000000000001{trace}"),
        Trace = TraceNumber.Of(trace),
        EntryMode = Given.Mode("01"),
        PointAmount = Amount.Of("1"),
        CashAmount = Amount.Of("1"),
        Password = password,
    };

    /// <summary>Sees that statements of some work were sent.</summary>
    private async Task Send(Func<IHost, Task> work, params string[] parts)
    {
        var before = sent.Count;
        using var host = new Services(services);
        await work(host);
        foreach (var part in parts)
        {
            Assert.That(sent.Skip(before), Has.Some.Contains(part));
        }
    }

    /// <summary>A host of which nothing is used but its services.</summary>
    private sealed class Services(IServiceProvider services) : IHost
    {
        IServiceProvider IHost.Services => services;

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }

    private static async Task Run(Task work)
    {
        try
        {
            await work;
        }
        catch (InvalidOperationException nothing) when (nothing.Message.Contains("no elements", StringComparison.Ordinal) || nothing.Message.Contains("required column", StringComparison.Ordinal))
        {
            // There is nothing in a database that is none.
        }
    }

    private static IEnumerable<(Type Port, MethodInfo Method, bool Flag)> RepositoryMethods() =>
        from implementation in typeof(StoreRepository).Assembly.GetTypes()
        where implementation.Namespace == typeof(StoreRepository).Namespace && implementation is { IsClass: true, IsNested: false }
        from port in implementation.GetInterfaces()
        where port.Namespace == typeof(IStores).Namespace
        from method in port.GetMethods()
        where method.IsAbstract && typeof(Task).IsAssignableFrom(method.ReturnType)
        from flag in method.GetParameters().Any(parameter => parameter.ParameterType == typeof(bool)) ? [true, false] : new[] { false }
        select (port, method, flag);
}
