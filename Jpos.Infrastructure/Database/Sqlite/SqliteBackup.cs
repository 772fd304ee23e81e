using Jpos.Infrastructure.Files;
using Microsoft.Data.Sqlite;

namespace Jpos.Infrastructure.Database.Sqlite;

/// <summary>
/// SQLite's online backup, all pages in one step: one read transaction, which sees one moment and which a writer with a write-ahead log does not wait for.
/// VACUUM INTO would see the same moment, but builds the database anew: more work, and a copy that is not the original page by page.
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

        // Made before anything is in it, so that nobody else can open it at any time.
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
