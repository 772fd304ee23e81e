using System.Collections.Concurrent;
using Jpos.Infrastructure.Database.PostgreSql;
using Jpos.Infrastructure.Database.Sqlite;
using Jpos.Tests.EndToEnd.Security;
using Jpos.Tests.Hosting;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Jpos.Tests.EndToEnd;

/// <summary>Making SQL out of a query costs more than the query: it has to happen once for each shape, not for each message.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class QueryCompilationTests(Engine engine)
{
    [Test]
    public async Task A_message_like_one_before_it_compiles_no_query()
    {
        var said = new ConcurrentBag<string>();
        using var logs = new Everything(said);

        // A memory of its own: what other tests' hosts have compiled is in the common one.
        using var compiled = new MemoryCache(new MemoryCacheOptions());
        await using var host = await JposHost.Run(engine: engine, services: services => services
            .ConfigureDbContext<SqliteJposDbContext>(options => options.UseMemoryCache(compiled))
            .ConfigureDbContext<PostgreSqlJposDbContext>(options => options.UseMemoryCache(compiled))
            .AddSingleton<ILoggerProvider>(logs)
            .Configure<LoggerFilterOptions>(filter =>
            {
                filter.MinLevel = LogLevel.Debug;
                filter.Rules.Clear();
            }));
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        for (var trace = 1; trace <= 10; trace += 2)
        {
            Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "1"))).Status, Is.EqualTo("00"));
            Assert.That((await host.Post("/v1/jpos/trans/cancel", Form.Cancel(trace + 1, trace))).Status, Is.EqualTo("00"));
            if (trace == 1)
            {
                Assert.That(said.Count(IsCompilation), Is.Positive, "it is heard");
                said.Clear();
            }
        }

        Assert.That(said.Where(IsCompilation), Is.Empty);
    }

    private static bool IsCompilation(string line) => line.Contains("Compiling query expression", StringComparison.Ordinal);
}
