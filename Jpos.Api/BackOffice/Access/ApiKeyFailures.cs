using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Jpos.Domain.Limits;

namespace Jpos.Api.BackOffice.Access;

/// <summary>Counts wrong API keys by address, in memory. Above the failure limit, only keys that this host has accepted before are looked up. The limit is the same in every environment.</summary>
internal sealed class ApiKeyFailures
{
    private const int Burst = 20;
    private const int MostKeys = 1_000;
    private const int MostAddresses = 10_000;

    private readonly ConcurrentDictionary<string, TokenBucket> wrong = new(StringComparer.Ordinal);

    /// <summary>Hashes of keys that were accepted.</summary>
    private readonly ConcurrentDictionary<string, bool> right = new(StringComparer.Ordinal);

    /// <summary>Returns whether a key from an address may be looked up.</summary>
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

        // A rate limit runs on the machine's clock, whatever clock the host uses.
        wrong.GetOrAdd(address, _ => new TokenBucket(Burst, TimeProvider.System)).Spend();
    }

    private static string HashOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
