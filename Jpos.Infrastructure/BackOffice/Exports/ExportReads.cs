using Jpos.Application.Ports;

namespace Jpos.Infrastructure.BackOffice.Exports;

/// <summary>Lets each part of an export through the gate of the back office's queries, so that queries and exports wait for each other part by part.</summary>
internal sealed class ExportReads(OfficeGate gate) : IExportReads
{
    public async Task<T> Read<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        using var place = await gate.Enter(cancellation);
        return await read(cancellation);
    }
}
