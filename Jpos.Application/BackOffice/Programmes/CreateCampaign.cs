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
