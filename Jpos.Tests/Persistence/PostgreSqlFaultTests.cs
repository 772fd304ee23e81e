using Jpos.Infrastructure.Database.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jpos.Tests.Persistence;

/// <summary>What the host makes of what PostgreSQL says: only the server's own refusal means that a commit did not go through (protocol §3).</summary>
internal sealed class PostgreSqlFaultTests
{
    private readonly PostgreSqlEngine engine = new();

    [TestCase(PostgresErrorCodes.UniqueViolation, "ERROR", false, true)]
    [TestCase(PostgresErrorCodes.SerializationFailure, "ERROR", false, true)]
    [TestCase(PostgresErrorCodes.CheckViolation, "ERROR", false, true)]
    [TestCase(PostgresErrorCodes.StatementCompletionUnknown, "ERROR", true, false)]
    [TestCase(PostgresErrorCodes.AdminShutdown, "FATAL", true, false)]
    [TestCase(PostgresErrorCodes.ConnectionFailure, "FATAL", true, false)]
    [TestCase(PostgresErrorCodes.ProtocolViolation, "FATAL", true, false)]
    [TestCase(PostgresErrorCodes.InternalError, "FATAL", false, false)]
    public void It_passes_or_is_a_refusal_or_nobody_knows(string state, string severity, bool passes, bool refuses)
    {
        var failure = new DbUpdateException("It failed.", new PostgresException("It failed.", severity, severity, state));
        Assert.That((engine.IsTransient(failure), engine.IsRefused(failure)), Is.EqualTo((passes, refuses)));
    }

    [Test]
    public void A_connection_that_is_lost_is_no_refusal()
    {
        var failure = new NpgsqlException("The connection was lost.", new IOException());
        Assert.That((engine.IsTransient(failure), engine.IsRefused(failure)), Is.EqualTo((true, false)));
    }
}
