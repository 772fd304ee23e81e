using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using Jpos.Domain.Programmes;
using MediatR;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>Adds a campaign.</summary>
public sealed record CreateCampaign(CampaignProfile Profile) : Command<CampaignView>
{
    public override bool ChangesProgramme => true;
}

public sealed class CreateCampaignHandler(ICampaigns campaigns, IStores stores, CommandAudit steps) : IRequestHandler<CreateCampaign, CommandResult<CampaignView>>
{
    public async Task<CommandResult<CampaignView>> Handle(CreateCampaign request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await stores.RefuseUnknown(request.Profile, cancellationToken) is { } unknown)
        {
            return unknown;
        }

        var campaign = new Campaign(request.Profile);
        await campaigns.Add(campaign, cancellationToken);
        return steps.RecordCreated(request, CampaignView.Subject(campaign.Id), CampaignView.Of(campaign));
    }
}
