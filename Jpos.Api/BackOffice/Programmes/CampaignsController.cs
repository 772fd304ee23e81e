using Jpos.Application.BackOffice.Programmes;
using Jpos.Domain.Programmes;

namespace Jpos.Api.BackOffice.Programmes;

/// <summary>Campaigns: days on which members earn more.</summary>
/// <List>The campaigns, the newest first. <c>after</c> is the id of the last one that was seen.</List>
/// <Change>Changes a campaign, from the next message on: what is left out gets its default.</Change>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "campaigns")]
[ResourcePermissions(Permission.ReadProgramme, Permission.ManageProgramme)]
public sealed class CampaignsController(IMediator mediator, IViewSerializer viewSerializer) : ResourceController<CampaignInput, CampaignProfile, CampaignView>(mediator, viewSerializer);
