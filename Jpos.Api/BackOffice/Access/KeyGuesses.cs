using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Jpos.Api.Limits;

namespace Jpos.Api.BackOffice.Access;

/// <summary>Wrong API keys, counted by address in memory: beyond a few, a key is looked up only if it was right before on this host. It is the same in every environment.</summary>
internal sealed class KeyGuesses : IDisposable
{
    private const int PerSecond = 1;
    private const int Burst = 20;
    private const int MostRemembered = 1000;

    private readonly PartitionedRateLimiter<string> wrong = PartitionedRateLimiter.Create<string, string>(address => Allowance.Of(address, PerSecond, Burst));

    /// <summary>Hashes of keys that let somebody in.</summary>
    private readonly ConcurrentDictionary<string, bool> right = new(StringComparer.Ordinal);

    /// <summary>Returns whether a key of an address is to be looked up.</summary>
    public bool MayBeRight(string address, string key)
    {
        using var left = wrong.AttemptAcquire(address, 0);
        return left.IsAcquired || right.ContainsKey(HashOf(key));
    }

    public void WasRight(string key)
    {
        if (right.Count >= MostRemembered)
        {
            right.Clear();
        }

        right.TryAdd(HashOf(key), true);
    }

    public void WasWrong(string address, string key)
    {
        right.TryRemove(HashOf(key), out _);
        wrong.AttemptAcquire(address).Dispose();
    }

    public void Dispose() => wrong.Dispose();

    private static string HashOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
