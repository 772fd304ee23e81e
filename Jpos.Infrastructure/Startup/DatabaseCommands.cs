using System.Globalization;
using Jpos.Infrastructure.LedgerVerification;

namespace Jpos.Infrastructure.Startup;

/// <summary>The commands on the database. They need no host key.</summary>
internal sealed class DatabaseCommands(JposDbContext db, DatabaseEngine engine, TextWriter output)
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int NotOurs = 2;

    /// <summary>Applies the missing migrations.</summary>
    public async Task<bool> Migrate(CancellationToken cancellation)
    {
        var before = await engine.AppliedMigrations(db, cancellation);
        await engine.Prepare(db, cancellation);
        var after = await engine.AppliedMigrations(db, cancellation);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Migrations applied: {after.Count - before.Count}. Schema version: {after[^1]}."));
        return true;
    }

    /// <summary>Verifies the ledger.</summary>
    /// <returns>Whether the ledger is correct.</returns>
    public async Task<bool> Verify(CancellationToken cancellation)
    {
        if (!await IsUpToDate(cancellation))
        {
            return false;
        }

        var report = await new LedgerVerifier(db, engine).Verify(cancellation);
        foreach (var fault in report.Discrepancies)
        {
            await output.WriteLineAsync(fault);
        }

        await output.WriteLineAsync($"Checked {report.Summary}. {(report.Discrepancies.Count == 0 ? "No discrepancies" : "The ledger has discrepancies")}.");
        return report.Discrepancies.Count == 0;
    }

    /// <summary>Writes a consistent copy of the database while hosts use it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Backup(string file, CancellationToken cancellation)
    {
        try
        {
            if (await engine.Backup(db, file, cancellation) is { } tool)
            {
                await output.WriteLineAsync($"This command copies SQLite databases only. Use {tool} for this one; see docs/databases.md#back-up-and-restore.");
                return NotOurs;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"The backup failed: {failure.Message}");
            return Failed;
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Copied the database to {file} ({new FileInfo(file).Length} bytes). The copy does not contain the host key."));
        return Done;
    }

    private async Task<bool> IsUpToDate(CancellationToken cancellation)
    {
        if (!await db.Exists(cancellation))
        {
            await output.WriteLineAsync("The database does not exist.");
            return false;
        }

        if (db.Database.GetMigrations().Except(await engine.AppliedMigrations(db, cancellation)).Any())
        {
            await output.WriteLineAsync($"The schema is not up to date. Run {HostCommands.Migrate} first.");
            return false;
        }

        return true;
    }
}
