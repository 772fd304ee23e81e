using Jpos.Application.Time;
using Jpos.Domain.Text;

namespace Jpos.Application.BackOffice.Exports;

/// <summary>Decides in which time zone a workbook shows instants.</summary>
public sealed class ExportZone(IStores stores, ProgrammeClock clock)
{
    /// <summary>The programme's zone, for what belongs to no store.</summary>
    public TimeZoneInfo OfProgramme => clock.Zone;

    /// <summary>Returns the zone of some stores if they share one that this machine knows, else the programme's.</summary>
    /// <param name="numbers">The stores; none for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<TimeZoneInfo> Of(IReadOnlyCollection<StoreNumber> numbers, CancellationToken cancellation) =>
        await stores.TimeZones(numbers, cancellation) is [var shared] && TimeZoneNames.TryFind(shared, out var zone) ? zone : clock.Zone;
}
