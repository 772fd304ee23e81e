using System.Globalization;
using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>The campaigns, the newest first. They name stores: who is of some sees none of them.</summary>
public sealed record ListCampaigns(Caller Caller, long? Before, int Limit) : Query<Page<CampaignView>>;

public sealed class ListCampaignsHandler(ICampaigns campaigns) : IRequestHandler<ListCampaigns, Page<CampaignView>>
{
    public async Task<Page<CampaignView>> Handle(ListCampaigns request, CancellationToken cancellationToken) => request.Caller.IsStoreScoped
        ? new Page<CampaignView>([], null)
        : Page.Of(
            await campaigns.List(request.Before, request.Limit + 1, cancellationToken), request.Limit, CampaignView.Of, campaign => campaign.Id.ToString(CultureInfo.InvariantCulture));
}
