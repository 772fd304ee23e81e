using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>Lets a few requests of the back office at the database at once, in their order, so that many or slow ones never take the connections that payments need.</summary>
internal sealed class BackOfficeConcurrency(IOptions<BackOfficeSettings> options) : IDisposable
{
    private readonly SemaphoreSlim places = new(options.Value.MostAtOnce);

    /// <summary>Waits for a place; it is given back when the result is disposed of.</summary>
    public Task<SemaphoreLease> Enter(CancellationToken cancellation) => SemaphoreLease.Acquire(places, cancellation);

    public void Dispose() => places.Dispose();
}
