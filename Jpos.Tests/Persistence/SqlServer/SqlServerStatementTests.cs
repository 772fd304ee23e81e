using System.Reflection;
using System.Text.RegularExpressions;
using Jpos.Application.BackOffice.Requests;
using Jpos.Application.BackOffice.Stores;
using Jpos.Application.Ports;
using Jpos.Application.TerminalProtocol.Mobile;
using Jpos.Application.TerminalProtocol.Transactions;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Database.SqlServer;
using Jpos.Infrastructure.Maintenance;
using Jpos.Infrastructure.Repositories;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Startup;
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
internal sealed partial class SqlServerStatementTests
{
    /// <summary>How many there were when this was written; fewer would mean that something is no longer driven.</summary>
    private const int Fewest = 180;

    private readonly TemporaryFolder folder = new();
    private readonly List<string> sent = [];
    private List<string> statements = [];
    private ServiceProvider services = null!;

    [OneTimeTearDown]
    public void Stop()
    {
        services.Dispose();
        folder.Dispose();
    }

    [OneTimeSetUp]
    public async Task Drive()
    {
        MakeHost();
        await Starts();
        await RunsOfTheHost();
        await Commands();
        await Repositories();
        await Saves();
        await SharedUnits();
        await IdempotentCommands();
        statements = [.. sent.Append(SqlServerSession.Settings).Append(SqlServerOptions.AllowSnapshots).Distinct()];
        await TestContext.Progress.WriteLineAsync($"{statements.Count} different statements");
    }

    [Test]
    public void Enough_of_them_were_seen() => Assert.That(statements, Has.Count.GreaterThanOrEqualTo(Fewest));

    [Test]
    public void Whatever_a_unit_locks_the_text_is_the_same() =>
        Assert.That(statements.Count(sql => sql.Contains("UPDLOCK", StringComparison.Ordinal)), Is.EqualTo(1));

    [Test]
    public void Each_parses() => Assert.That(statements.Select(sql => (Sql: sql, Errors: TransactSql.ErrorsOf(sql))).Where(statement => statement.Errors.Count > 0), Is.Empty);

    [Test]
    public void Each_names_tables_and_columns_of_the_schema()
    {
        // Views of the server itself are not in the schema, and DDL of the start is the schema.
        var bound = statements.Where(sql => !sql.Contains("[sys].", StringComparison.Ordinal) && !Definition().IsMatch(sql)).ToList();
        Assert.That(bound, Has.Count.GreaterThanOrEqualTo(Fewest));
        Assert.That(SchemaModel.Unbound(bound), Is.Empty);
    }

    [TestCase("SELECT [s].[Nmae] FROM [Stores] AS [s] WHERE [s].[Number] = @p0", "Nmae", TestName = "A column that is not there")]
    [TestCase("UPDATE [here] SET [Balanse] = [new].[v0] FROM OPENJSON(@p0) WITH ([v0] bigint '$[0]') AS [new] INNER LOOP JOIN [PointAccounts] AS [here] ON [here].[Id] = [new].[v0];", "Balanse", TestName = "A changed column that is not there")]
    [TestCase("DELETE FROM [Lotts]", "Lotts", TestName = "A table that is not there")]
    public void A_planted_error_is_found(string sql, string wrong) => Assert.That(SchemaModel.Unbound([sql]).Single(), Does.Contain(wrong));

    /// <summary>SQL Server refuses an aggregate over a subquery (error 130) when a statement runs, which no parser tells.</summary>
    [Test]
    public void None_sums_over_a_subquery() => Assert.That(statements.Where(TransactSql.AggregatesSubquery), Is.Empty);

    [TestCase("SELECT SUM((SELECT 1)) FROM [Lots]", true)]
    [TestCase("SELECT COUNT(CASE WHEN EXISTS (SELECT 1 FROM [Lots]) THEN 1 END) FROM [Lots]", true)]
    [TestCase("SELECT (SELECT MAX([l].[Id]) FROM [Lots] AS [l])", false)]
    public void An_aggregate_over_a_subquery_is_found(string sql, bool expected) => Assert.That(TransactSql.AggregatesSubquery(sql), Is.EqualTo(expected));

    /// <summary>The driver refuses to work in a process without cultures; and it says so before it looks for a server.</summary>
    [Test]
    public void The_host_may_open_a_connection()
    {
        using var nowhere = new SqlConnection("Server=127.0.0.1,1;User Id=nobody;Password=none;Connect Timeout=1;Encrypt=false");
        Assert.That(nowhere.Open, Throws.TypeOf<SqlException>());
        Assert.That(File.ReadAllText(Path.ChangeExtension(typeof(Program).Assembly.Location, ".runtimeconfig.json")), Does.Contain("net10.0").And.Not.Contain("Globalization.Invariant"));
    }

    private void MakeHost()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Configuration["Jpos:Database:Provider"] = "SqlServer";
        builder.Configuration["ConnectionStrings:Jpos"] = "Server=none";
        builder.Configuration["Jpos:Database:MigrateOnStart"] = "false";
        builder.Configuration["Jpos:Security:HostKeyFile"] = folder.File("host.key");
        builder.Services.AddJpos(builder.Configuration, builder.Environment);
        builder.Services.AddScoped<JposDbContext>(_ => new SqlServerJposDbContext(new DbContextOptionsBuilder<SqlServerJposDbContext>().UseSqlServer(new SilentServer(sent), SqlServerEngine.Configure).AddInterceptors(new SqlServerBulkUpdate()).Options));
        services = builder.Services.BuildServiceProvider();
    }

    /// <summary>The start on an empty database: its migrations, its keys, its numbers, the demo data.</summary>
    private Task Starts() => Send(host => host.PrepareJposDatabase(), "[__EFMigrationsHistory]", "[sys].[databases]", "INSERT INTO [DataKeys]", "UPDATE [n]", "[PointAccounts]", "[Tickets]");

    private async Task RunsOfTheHost()
    {
        await Send(_ => services.GetRequiredService<ExpiryJob>().Run(CancellationToken.None), "[Lots]", "FROM [PointAccounts]");
        await Send(_ => services.GetRequiredService<RetentionJob>().Run(CancellationToken.None), "DELETE FROM [a]", "DELETE FROM [v]");
        await Send(_ => CourierAsks(services.GetRequiredService<DeliveryStore>()), "UPDATE [w]", "FROM [WebhookOutbox]", "FROM [WebhookDeliveries]", "[WebhookSubscriptions]", "[WebhookLeases]");
        await Send(_ => services.GetRequiredService<KeyRewrapping>().Run(CancellationToken.None), "[DataKeys]", "[WorkingKeys]");
    }

    private static async Task CourierAsks(DeliveryStore rows)
    {
        var delivery = (Delivery)Samples.Of(typeof(Delivery), 1);
        await rows.FanOut(CancellationToken.None);
        await rows.Due("host", CancellationToken.None);
        await rows.Lease(1, "host", CancellationToken.None);
        await rows.ReleaseLease(1, "host", CancellationToken.None);
        await rows.DueOrderingKeys(1, [], 8, CancellationToken.None);
        await rows.DueOrderingKeys(1, ["cards/1", "cards/2"], 8, CancellationToken.None);
        await rows.NextDelivery(1, "cards/1", CancellationToken.None);
        await rows.PostponeFollowing(delivery, CancellationToken.None);
        await rows.RecordAttempt(delivery, new DeliveryOutcome("200", IsDelivered: true), CancellationToken.None);
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
        Assert.That(methods.Select(method => method.Port).Distinct().Count(), Is.EqualTo(28));
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

    /// <summary>Each kind of row, added, changed and removed, alone and with others, in a unit of work and outside.</summary>
    private async Task Saves()
    {
        await using var looking = services.CreateAsyncScope();
        foreach (var type in looking.ServiceProvider.GetRequiredService<JposDbContext>().Model.GetEntityTypes())
        {
            foreach (var state in (EntityState[])[EntityState.Added, EntityState.Modified, EntityState.Deleted])
            {
                foreach (var (rows, inUnit) in ((int, bool)[])[(1, false), (5, false), (5, true)])
                {
                    var before = sent.Count;
                    await using var scope = services.CreateAsyncScope();
                    var db = scope.ServiceProvider.GetRequiredService<JposDbContext>();
                    foreach (var number in Enumerable.Range(1, rows))
                    {
                        Samples.Row(db, type, number, isNew: state is EntityState.Added).State = state;
                    }

                    await using var unit = inUnit ? await db.Database.BeginTransactionAsync() : null;
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
            var queries = PrefetchQueries.Of(db);
            List<Application.TerminalProtocol.Messages.TerminalMessage> messages =
            [
                .. Enumerable.Range(1, 3).Select(trace => new SendVerifyCode { Store = Given.StoreNumber, Terminal = TerminalNumber.Of($"1000000{trace}"), Mobile = MobileNumber.Of($"1390000000{trace}") }),
                .. Enumerable.Range(1, 3).Select(trace => Bought(trace, password: null)),
            ];
            var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            await unit.BeginWriting(CancellationToken.None);
            await unit.Prepare(messages, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<UnitOfWorkCache>().Prefetch([Bought(4, Given.Pin("03B1E2CF2F2A2C1D"))], CancellationToken.None);
            await Run(queries.Lots(db, [1, 2], Given.NextYear).ToListAsync().AsTask());
            await engine.Lock(db, RowLocks.Of(new Settle { Store = Given.StoreNumber, Terminal = Given.TerminalNumber, Batch = BatchNumber.First, Claimed = null }), CancellationToken.None);
            await engine.Lock(db, RowLocks.OfAccounts([1, 2]), CancellationToken.None);
            await Run(engine.WithKeys(db, [(1, TraceNumber.Of(1)), (2, TraceNumber.Of(2))]).ToListAsync());
        },
        "FROM [Terminals] WITH (UPDLOCK, ROWLOCK)",
        "sp_getapplock",
        "INNER JOIN [PointAccounts]",
        "[WorkingKeys]",
        "FROM [Lots]",
        "OPENJSON");

    /// <summary>A command with an idempotency key of its own.</summary>
    private Task IdempotentCommands() => Send(
        async _ =>
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>()
                .Send(new CreateStore(StoreNumber.Of("100000000000009"), new StoreProfile("Nine")) { Caller = Caller.LocalOperator, IdempotencyKey = "nine" });
        },
        "FROM [IdempotencyRecords]",
        "INSERT INTO [IdempotencyRecords]",
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
        from type in typeof(StoreRepository).Assembly.GetTypes()
        let implementation = type.IsGenericTypeDefinition && type.Name.EndsWith("Repository`1", StringComparison.Ordinal) ? type.MakeGenericType(typeof(Campaign)) : type
        where implementation.Namespace == typeof(StoreRepository).Namespace && implementation is { IsClass: true, IsNested: false }
        from port in implementation.GetInterfaces()
        where port.Namespace == typeof(IStores).Namespace
        from method in port.GetMethods()
        where method.IsAbstract && typeof(Task).IsAssignableFrom(method.ReturnType)
        from flag in method.GetParameters().Any(parameter => parameter.ParameterType == typeof(bool)) ? [true, false] : new[] { false }
        select (port, method, flag);

    [GeneratedRegex(@"^\s*(CREATE|ALTER|DROP|DECLARE @|IF |EXEC )", RegexOptions.IgnoreCase)]
    private static partial Regex Definition();
}
