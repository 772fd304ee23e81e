using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Jpos.Infrastructure.BackOffice.Imports;

/// <summary>A set of keys in a temporary SQLite database. It stores hashes, so that no personal number is on disk. SQLite removes the file when it is closed, and also if the process is killed.</summary>
internal sealed class TemporaryKeyIndex : IImportKeyIndex
{
    /// <summary>The bytes of SHA-256 to keep. With 16 bytes, a collision among millions of keys is practically impossible.</summary>
    private const int HashBytes = 16;

    private readonly SqliteConnection database = new("Data Source=;Pooling=False");

    public TemporaryKeyIndex()
    {
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-4096; CREATE TABLE Keys (Hash BLOB PRIMARY KEY) WITHOUT ROWID;";
        command.ExecuteNonQuery();
    }

    public IReadOnlySet<string> Known(IReadOnlyCollection<string> keys)
    {
        using var command = database.CreateCommand();
        command.CommandText = "SELECT 1 FROM Keys WHERE Hash = $hash";
        var hash = command.Parameters.Add("$hash", SqliteType.Blob);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            hash.Value = HashOf(key);
            if (command.ExecuteScalar() is not null)
            {
                known.Add(key);
            }
        }

        return known;
    }

    public void Add(IReadOnlyCollection<string> keys)
    {
        using var transaction = database.BeginTransaction();
        using var command = database.CreateCommand();
        command.CommandText = "INSERT OR IGNORE INTO Keys VALUES ($hash)";
        var hash = command.Parameters.Add("$hash", SqliteType.Blob);
        foreach (var key in keys)
        {
            hash.Value = HashOf(key);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public void Dispose() => database.Dispose();

    private static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key))[..HashBytes];
}
