using System.Net;

namespace Jpos.Infrastructure.Webhooks;

/// <summary>Resolves host names.</summary>
internal interface IDnsResolver
{
    /// <summary>Returns all addresses of a name.</summary>
    Task<IPAddress[]> LookUp(string name, CancellationToken cancellation);
}
