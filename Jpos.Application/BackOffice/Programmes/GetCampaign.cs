using Jpos.Application.BackOffice.Requests;
using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>One campaign; null if there is none that the caller sees.</summary>
public sealed record GetCampaign(Caller Caller, long Id) : Query<CampaignView?>;

public sealed class GetCampaignHandler(ICampaigns campaigns) : IRequestHandler<GetCampaign, CampaignView?>
{
    public async Task<CampaignView?> Handle(GetCampaign request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await campaigns.Find(request.Id, cancellationToken) is { } campaign ? CampaignView.Of(campaign) : null;
}
