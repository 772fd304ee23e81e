using Jpos.Application.Ports;
using Jpos.Domain.Programmes;
using MediatR;

namespace Jpos.Application.BackOffice.Programmes;

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
