using Jpos.Application.BackOffice.Programmes;
using Jpos.Domain.Programmes;

namespace Jpos.Api.BackOffice.Programmes;

/// <summary>Campaigns: periods in which members earn more points.</summary>
/// <List>Lists the campaigns, the newest first. <c>after</c> is the id of the last campaign of the previous page.</List>
/// <Change>Changes a campaign from the next message on. Omitted fields get their defaults.</Change>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "campaigns")]
[ResourcePermissions(Permission.ReadProgramme, Permission.ManageProgramme)]
public sealed class CampaignsController(IMediator mediator, IViewSerializer viewSerializer) : ResourceController<CampaignInput, CampaignProfile, CampaignView>(mediator, viewSerializer);
