using Jpos.Application.Time;
using Jpos.Domain.Text;

namespace Jpos.Application.BackOffice.Exports;

/// <summary>Chooses the time zone in which a workbook shows instants.</summary>
public sealed class ExportZone(IStores stores, ProgrammeClock clock)
{
    /// <summary>The programme's zone, for rows without a store.</summary>
    public TimeZoneInfo OfProgramme => clock.Zone;

    /// <summary>Returns the common zone of the given stores if this machine knows it, else the programme's.</summary>
    /// <param name="numbers">The stores; empty for all.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<TimeZoneInfo> Of(IReadOnlyCollection<StoreNumber> numbers, CancellationToken cancellation) =>
        await stores.TimeZones(numbers, cancellation) is [var shared] && TimeZoneNames.TryFind(shared, out var zone) ? zone : clock.Zone;
}
