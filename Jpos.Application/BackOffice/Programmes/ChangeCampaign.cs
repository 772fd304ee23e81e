using Jpos.Application.Ports;
using Jpos.Domain.Programmes;
using MediatR;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>Adds a campaign.</summary>
public sealed record CreateCampaign(CampaignProfile Profile) : Act<CampaignView>
{
    public override bool ChangesProgramme => true;
}

public sealed class CreateCampaignHandler(ICampaigns campaigns, IStores stores, ActSteps steps) : IRequestHandler<CreateCampaign, Result<CampaignView>>
{
    public async Task<Result<CampaignView>> Handle(CreateCampaign request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        if (await stores.RefuseUnknown(request.Profile, cancellationToken) is { } unknown)
        {
            return unknown;
        }

        var campaign = new Campaign(request.Profile);
        await campaigns.Add(campaign, cancellationToken);
        return steps.Made(request, CampaignView.Subject(campaign.Id), CampaignView.Of(campaign));
    }
}

/// <summary>Changes a campaign, from the next message on. What was earned by it stays.</summary>
public sealed record ChangeCampaign(long Id, CampaignProfile Profile) : Act<CampaignView>
{
    public override bool ChangesProgramme => true;
}

public sealed class ChangeCampaignHandler(ICampaigns campaigns, IStores stores, ActSteps steps) : IRequestHandler<ChangeCampaign, Result<CampaignView>>
{
    public async Task<Result<CampaignView>> Handle(ChangeCampaign request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await stores.RefuseUnknown(request.Profile, cancellationToken) is { } unknown ? unknown : await steps.Change(
            request, () => campaigns.Find(request.Id, cancellationToken), CampaignView.Of, CampaignView.Subject(request.Id), campaign => campaign.Change(request.Profile));
}

internal static class CampaignStores
{
    /// <summary>A campaign is on in stores that there are.</summary>
    public static async Task<Problem?> RefuseUnknown(this IStores stores, CampaignProfile profile, CancellationToken cancellation)
    {
        foreach (var store in profile.Stores)
        {
            if (await stores.Find(store, cancellation) is null)
            {
                return new Problem(Failure.Invalid, $"There is no store {store.Value}.", "stores");
            }
        }

        return null;
    }
}
