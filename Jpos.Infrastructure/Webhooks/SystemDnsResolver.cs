using System.Net;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>Resolves host names by the machine's resolver.</summary>
internal sealed class SystemDnsResolver : IDnsResolver
{
    public Task<IPAddress[]> LookUp(string name, CancellationToken cancellation) => Dns.GetHostAddressesAsync(name, cancellation);
}
