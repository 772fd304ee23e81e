using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using Jpos.Domain.Programmes;
using MediatR;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>Changes a campaign, from the next message on. What was earned by it stays.</summary>
public sealed record ChangeCampaign(long Id, CampaignProfile Profile) : Command<CampaignView>
{
    public override bool ChangesProgramme => true;
}

public sealed class ChangeCampaignHandler(ICampaigns campaigns, IStores stores, CommandAudit steps) : IRequestHandler<ChangeCampaign, CommandResult<CampaignView>>
{
    public async Task<CommandResult<CampaignView>> Handle(ChangeCampaign request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await stores.RefuseUnknown(request.Profile, cancellationToken) is { } unknown ? unknown : await steps.Change(
            request, () => campaigns.Find(request.Id, cancellationToken), CampaignView.Of, CampaignView.Subject(request.Id), campaign => campaign.Change(request.Profile));
}
