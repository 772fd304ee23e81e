using System.Net;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>Names as the machine's resolver answers them.</summary>
internal sealed class SystemDnsResolver : IDnsResolver
{
    public Task<IPAddress[]> LookUp(string name, CancellationToken cancellation) => Dns.GetHostAddressesAsync(name, cancellation);
}
