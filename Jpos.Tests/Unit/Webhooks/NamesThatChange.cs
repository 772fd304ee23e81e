using System.Net;
using Jpos.Infrastructure.Webhooks;

namespace Jpos.Tests.Unit.Webhooks;

/// <summary>Every name leads to the same addresses, which a test changes.</summary>
internal sealed class NamesThatChange(params IPAddress[] addresses) : IDnsResolver
{
    private int lookUps;

    public IPAddress[] Addresses { get; set; } = addresses;

    /// <summary>How often somebody looked.</summary>
    public int LookUps => lookUps;

    public Task<IPAddress[]> LookUp(string name, CancellationToken cancellation)
    {
        Interlocked.Increment(ref lookUps);
        return Task.FromResult(Addresses);
    }
}
