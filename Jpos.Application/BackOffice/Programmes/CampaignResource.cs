using Jpos.Domain.Programmes;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>The resource of campaigns. A change does not affect points that were earned before.</summary>
public sealed class CampaignResource(IResources<Campaign> campaigns, IStores stores, CommandAudit audit) : ListedResource<Campaign, CampaignProfile, CampaignView>(campaigns, audit)
{
    protected override bool IsNewestFirst => true;

    protected override Campaign Create(CampaignProfile profile) => new(profile);

    protected override void Change(Campaign row, CampaignProfile profile) => row.Change(profile);

    protected override CampaignView View(Campaign row) => CampaignView.Of(row);

    /// <summary>Refuses a campaign for stores that do not exist.</summary>
    protected override async Task<Problem?> Prepare(CampaignProfile profile, Campaign? row, CancellationToken cancellation)
    {
        foreach (var store in profile.Stores)
        {
            if (await stores.Find(store, cancellation) is null)
            {
                return new Problem(FailureKind.Invalid, $"Store {store.Value} does not exist.", "stores");
            }
        }

        return null;
    }
}
