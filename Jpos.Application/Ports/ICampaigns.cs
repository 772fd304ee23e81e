using Jpos.Domain.Programmes;

namespace Jpos.Application.Ports;

public interface ICampaigns
{
    /// <summary>Null if there is none.</summary>
    Task<Campaign?> Find(long id, CancellationToken cancellation);

    /// <summary>Adds a campaign. It has its id afterwards.</summary>
    Task Add(Campaign campaign, CancellationToken cancellation);

    /// <summary>The newest first.</summary>
    /// <param name="before">Those with lower ids; null for the newest.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Campaign>> List(long? before, int most, CancellationToken cancellation);
}
