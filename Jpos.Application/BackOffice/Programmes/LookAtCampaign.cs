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
