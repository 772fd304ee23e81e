using Jpos.Domain.Programmes;

namespace Jpos.Application.Ports;

public interface IProgrammes
{
    /// <summary>The version that holds.</summary>
    Task<ProgrammeVersion> Newest(CancellationToken cancellation);

    void Add(ProgrammeVersion version);

    /// <summary>The lowest limits of adjustments that held at some time since a moment.</summary>
    Task<AdjustmentLimits> LowestAdjustmentLimits(DateTime since, CancellationToken cancellation);

    /// <summary>The newest first.</summary>
    /// <param name="before">Those with lower numbers; null for the newest.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<ProgrammeVersion>> List(int? before, int most, CancellationToken cancellation);
}
