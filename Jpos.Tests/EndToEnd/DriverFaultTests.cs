using System.Data.Common;
using System.Globalization;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Jpos.Tests.EndToEnd;

/// <summary>When driver and server disagree about the names of prepared statements, or about whose turn it is, no message is lost to it (protocol §3).</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.PostgreSql))]
internal sealed class DriverFaultTests(Engine engine)
{
    [Test]
    public async Task A_connection_whose_names_are_taken_is_given_up_and_its_messages_go_on()
    {
        var refused = new Refusals();
        await using var host = await JposHost.Run(services: services => services.Intercept(refused), engine: engine);
        await host.SignOn(Form.Terminal);
        await host.InDatabase(async db =>
        {
            // Past EF Core: its interceptor would give up the connection at the first name that the driver has already.
            await db.Database.OpenConnectionAsync();
            await using var prepare = db.Database.GetDbConnection().CreateCommand();
            foreach (var number in Enumerable.Range(0, 60))
            {
                prepare.CommandText = string.Create(CultureInfo.InvariantCulture, $"PREPARE _auto{number} AS SELECT 1");
                try
                {
                    await prepare.ExecuteNonQueryAsync();
                }
                catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.DuplicatePreparedStatement)
                {
                    // The driver has it already.
                }
            }
        });

        refused.Count = 0;
        for (var trace = 1; trace < 40; trace += 2)
        {
            Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, points: "1"))).Status, Is.EqualTo("00"));
            Assert.That((await host.Post("/v1/jpos/trans/cancel", Form.Cancel(trace + 1, trace))).Status, Is.EqualTo("00"));
        }

        Assert.That(refused.Count, Is.Positive, "or nothing was shown");
    }

    private static Exception[] OutOfTurn =>
    [
        new NpgsqlException("Received backend message BindComplete while expecting ReadyForQueryMessage. Please file a bug.") { Source = "Npgsql" },
        new InvalidDataException("Received unexpected backend message DataRow. Please file a bug.") { Source = "Npgsql" },
    ];

    [TestCaseSource(nameof(OutOfTurn))]
    public async Task An_answer_that_is_out_of_turn_is_a_lost_connection(Exception told)
    {
        await using var host = await JposHost.Borrow(engine: engine);
        await host.SignOn(Form.Terminal);
        var met = 0;
        host.Seam.Saved = _ => ++met <= 2 ? Task.FromException(told) : Task.CompletedTask;

        var paid = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10"));

        Assert.That((paid.Status, paid.Balance, met), Is.EqualTo(("00", 990m, 3)), "it is tried until it is done");
    }

    /// <summary>Counts the statements that the server refused for their names.</summary>
    private sealed class Refusals : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
        {
            Count += eventData.Exception is PostgresException { SqlState: PostgresErrorCodes.DuplicatePreparedStatement } ? 1 : 0;
            return Task.CompletedTask;
        }
    }
}
