namespace Jpos.Infrastructure.Database.SqlServer;

/// <summary>The database options that the host relies on.</summary>
internal sealed record SqlServerOptions(bool ReadCommittedSnapshot, int SnapshotState, int DelayedDurability, int CompatibilityLevel)
{
    /// <summary>Sets the options of a new database.</summary>
    public const string AllowSnapshots = "ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON;";

    /// <summary>The lowest compatibility level that has OPENJSON.</summary>
    private const int OldestLevel = 130;

    private const int On = 1;
    private const int Forced = 2;

    public static Task<SqlServerOptions> Of(JposDbContext db, CancellationToken cancellation) => db.Database.SqlQuery<SqlServerOptions>(
        $"""
        SELECT [is_read_committed_snapshot_on] AS [ReadCommittedSnapshot], CAST([snapshot_isolation_state] AS int) AS [SnapshotState], [delayed_durability] AS [DelayedDurability], CAST([compatibility_level] AS int) AS [CompatibilityLevel]
        FROM [sys].[databases] WHERE [database_id] = DB_ID()
        """).SingleAsync(cancellation);

    /// <summary>Refuses wrong options, each with the command that corrects it.</summary>
    public IEnumerable<string> Faults()
    {
        if (!ReadCommittedSnapshot)
        {
            yield return "The database has READ_COMMITTED_SNAPSHOT off: readers and writers would wait for each other. Run ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE in it.";
        }

        if (SnapshotState != On)
        {
            yield return $"The database does not allow snapshot isolation: what is read together would not be of one moment. Run {AllowSnapshots.TrimEnd(';')} in it.";
        }

        if (DelayedDurability == Forced)
        {
            yield return "The database has DELAYED_DURABILITY = FORCED: it would lose transactions that were answered. Run ALTER DATABASE CURRENT SET DELAYED_DURABILITY = DISABLED in it.";
        }

        if (CompatibilityLevel < OldestLevel)
        {
            yield return $"The database has compatibility level {CompatibilityLevel}: the host needs {OldestLevel} or higher. Run ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = {OldestLevel} in it.";
        }
    }
}
