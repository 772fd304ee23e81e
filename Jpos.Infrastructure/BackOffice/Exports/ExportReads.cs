using System.Diagnostics;
using Jpos.Application.Ports;

namespace Jpos.Infrastructure.BackOffice.Exports;

/// <summary>Lets each part of an export through the gate of the back office's queries. An export rests as long as its last part took, so that it uses half of a processor and half of a connection at most.</summary>
internal sealed class ExportReads(OfficeGate gate) : IExportReads
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(1);

    public async Task<T> Read<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellation)
    {
        long began;
        T part;
        using (await gate.Enter(cancellation))
        {
            began = Stopwatch.GetTimestamp();
            part = await read(cancellation);
        }

        var rest = Stopwatch.GetElapsedTime(began);
        await Task.Delay(rest < LongestRest ? rest : LongestRest, cancellation);
        return part;
    }
}
