using Jpos.Infrastructure.Files;
using Microsoft.Data.Sqlite;

namespace Jpos.Infrastructure.Database.Sqlite;

/// <summary>
/// Copies the database by SQLite's online backup, all pages in one step. That is one read transaction on one snapshot, for which a writer with a write-ahead log does not wait.
/// VACUUM INTO reads the same snapshot but rebuilds the database. It takes longer, and its copy differs from the original page by page.
/// </summary>
internal static class SqliteBackup
{
    /// <exception cref="IOException">The file exists, or there is no database.</exception>
    public static async Task Write(JposDbContext db, string file, CancellationToken cancellation)
    {
        if (!await db.Exists(cancellation))
        {
            throw new FileNotFoundException("The database does not exist.");
        }

        // The file is created with its mode before it holds data, so that no other user can open it at any time.
        await PrivateFile.Make(file).DisposeAsync();
        try
        {
            await db.Database.OpenConnectionAsync(cancellation);
            await using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            await copy.OpenAsync(cancellation);
            ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(copy);
        }
        catch
        {
            File.Delete(file);
            throw;
        }
    }
}
