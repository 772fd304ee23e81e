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
            yield return "READ_COMMITTED_SNAPSHOT of the database is off: readers and writers would wait for each other. Run ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE in it.";
        }

        if (SnapshotState != On)
        {
            yield return $"ALLOW_SNAPSHOT_ISOLATION of the database is off: queries would not read one snapshot. Run {AllowSnapshots.TrimEnd(';')} in it.";
        }

        if (DelayedDurability == Forced)
        {
            yield return "DELAYED_DURABILITY of the database is FORCED: it could lose transactions that were answered. Run ALTER DATABASE CURRENT SET DELAYED_DURABILITY = DISABLED in it.";
        }

        if (CompatibilityLevel < OldestLevel)
        {
            yield return $"The compatibility level of the database is {CompatibilityLevel}, but the host needs {OldestLevel} or higher. Run ALTER DATABASE CURRENT SET COMPATIBILITY_LEVEL = {OldestLevel} in it.";
        }
    }
}
