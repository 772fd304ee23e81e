using Jpos.Domain.Programmes;

namespace Jpos.Application.Ports;

public interface IProgrammes
{
    /// <summary>Returns the current version.</summary>
    Task<ProgrammeVersion> Newest(CancellationToken cancellation);

    void Add(ProgrammeVersion version);

    /// <summary>Returns the lowest adjustment limits in force at any time since an instant.</summary>
    Task<AdjustmentLimits> LowestAdjustmentLimits(DateTime since, CancellationToken cancellation);

    /// <summary>Returns versions, the newest first.</summary>
    /// <param name="before">The cursor: the last number of the previous page; null for the first page.</param>
    /// <param name="most">The most versions to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<ProgrammeVersion>> List(int? before, int most, CancellationToken cancellation);
}
