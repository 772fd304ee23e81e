namespace Jpos.Infrastructure.BackOffice.Exports;

/// <summary>Reads each part of an export with a permit of the query throttle, so that exports and queries alternate part by part.</summary>
internal sealed class ExportReader(QueryThrottle places, ConnectionBudget budget) : IExportReader
{
    public Task<T> Read<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellation) => places.Run(
        async () =>
        {
            using var permit = await budget.Acquire(ConnectionConsumer.BackOffice, cancellation);
            return await read(cancellation);
        },
        cancellation);
}
