using System.Globalization;
using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>One campaign; null if there is none that the caller sees.</summary>
public sealed record LookAtCampaign(Caller Caller, long Id) : Look<CampaignView?>;

public sealed class LookAtCampaignHandler(ICampaigns campaigns) : IRequestHandler<LookAtCampaign, CampaignView?>
{
    public async Task<CampaignView?> Handle(LookAtCampaign request, CancellationToken cancellationToken) =>
        !request.Caller.IsOfSomeStores && await campaigns.Find(request.Id, cancellationToken) is { } campaign ? CampaignView.Of(campaign) : null;
}

/// <summary>The campaigns, the newest first. They name stores: who is of some sees none of them.</summary>
public sealed record ListCampaigns(Caller Caller, long? Before, int Limit) : Look<Page<CampaignView>>;

public sealed class ListCampaignsHandler(ICampaigns campaigns) : IRequestHandler<ListCampaigns, Page<CampaignView>>
{
    public async Task<Page<CampaignView>> Handle(ListCampaigns request, CancellationToken cancellationToken) => request.Caller.IsOfSomeStores
        ? new Page<CampaignView>([], null)
        : Page.Of(
            await campaigns.List(request.Before, request.Limit + 1, cancellationToken), request.Limit, CampaignView.Of, campaign => campaign.Id.ToString(CultureInfo.InvariantCulture));
}
