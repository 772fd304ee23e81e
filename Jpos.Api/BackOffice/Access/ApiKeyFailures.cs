using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Jpos.Domain.Limits;

namespace Jpos.Api.BackOffice.Access;

/// <summary>Wrong API keys, counted by address in memory: beyond a few, a key is looked up only if it was right before on this host. It is the same in every environment.</summary>
internal sealed class ApiKeyFailures
{
    private const int Burst = 20;
    private const int MostKeys = 1_000;
    private const int MostAddresses = 10_000;

    private readonly ConcurrentDictionary<string, TokenBucket> wrong = new(StringComparer.Ordinal);

    /// <summary>Hashes of keys that let somebody in.</summary>
    private readonly ConcurrentDictionary<string, bool> right = new(StringComparer.Ordinal);

    /// <summary>Returns whether a key of an address is to be looked up.</summary>
    public bool MayBeRight(string address, string key) => !wrong.TryGetValue(address, out var tokenBucket) || !tokenBucket.IsSpent || right.ContainsKey(HashOf(key));

    public void WasRight(string key)
    {
        if (right.Count >= MostKeys)
        {
            right.Clear();
        }

        right.TryAdd(HashOf(key), true);
    }

    public void WasWrong(string address, string key)
    {
        right.TryRemove(HashOf(key), out _);
        if (wrong.Count >= MostAddresses)
        {
            wrong.Clear();
        }

        // A flood is one of the machine's own time, whatever clock the host goes by.
        wrong.GetOrAdd(address, _ => new TokenBucket(Burst, TimeProvider.System)).Spend();
    }

    private static string HashOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
