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
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{after.Count - before.Count} migrations were applied; the schema is that of {after[^1]}."));
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

        await output.WriteLineAsync($"{report.Summary}: {(report.Discrepancies.Count == 0 ? "the books are right" : "the books are wrong")}.");
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
                await output.WriteLineAsync($"This engine has a tool of its own for that: {tool}. See docs/databases.md.");
                return NotOurs;
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"No backup was made. {failure.Message}");
            return Failed;
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file} holds the database, {new FileInfo(file).Length} bytes. The host key is not in it."));
        return Done;
    }

    private async Task<bool> IsUpToDate(CancellationToken cancellation)
    {
        if (!await db.Exists(cancellation))
        {
            await output.WriteLineAsync("There is no database.");
            return false;
        }

        if (db.Database.GetMigrations().Except(await engine.AppliedMigrations(db, cancellation)).Any())
        {
            await output.WriteLineAsync($"The schema is not up to date: run {HostCommands.Migrate} first.");
            return false;
        }

        return true;
    }
}
