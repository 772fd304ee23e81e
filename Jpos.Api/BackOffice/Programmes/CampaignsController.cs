using System.Globalization;
using System.Text.Json.Nodes;
using Asp.Versioning;
using Jpos.Api.BackOffice.Access;
using Jpos.Api.BackOffice.Reading;
using Jpos.Application.BackOffice.Programmes;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice.Programmes;

/// <summary>Campaigns: days on which members earn more.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "campaigns")]
public sealed class CampaignsController(IMediator mediator, IRepresentations representations) : BackOfficeController(mediator, representations)
{
    /// <summary>The campaigns, the newest first. <c>after</c> is the id of the last one that was seen.</summary>
    [HttpGet]
    [Allow(Right.LookAtProgramme)]
    [ProducesResponseType<PageAnswer<CampaignView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var faults = new Faults();
        var before = faults.After(list.After);
        return faults.Any ? faults.Result(HttpContext) : Answer(await Ask(new ListCampaigns(Caller, before, list.Limit), cancellation));
    }

    /// <summary>One campaign.</summary>
    [HttpGet("{id:long}")]
    [Allow(Right.LookAtProgramme)]
    [ProducesResponseType<CampaignView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Look(long id, CancellationToken cancellation) => Answer(await Ask(new LookAtCampaign(Caller, id), cancellation));

    /// <summary>Adds a campaign.</summary>
    [HttpPost]
    [Allow(Right.ChangeProgramme)]
    [ProducesResponseType<CampaignView>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Create(CampaignInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var profile = input.Read(faults);
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(new CreateCampaign(profile) { Caller = Caller, IdempotencyKey = RequestKey }, campaign => campaign.Id.ToString(CultureInfo.InvariantCulture), cancellation);
    }

    /// <summary>Changes a campaign, from the next message on: what is left out gets its default.</summary>
    [HttpPut("{id:long}")]
    [Allow(Right.ChangeProgramme)]
    [ProducesResponseType<CampaignView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Change(long id, CampaignInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var profile = input.Read(faults);
        return faults.Any ? faults.Result(HttpContext) : await Answer(new ChangeCampaign(id, profile) { Caller = Caller, Seen = Seen }, null, cancellation);
    }

    /// <summary>Changes some of a campaign: the fields that a merge patch (RFC 7396) names, null for a field's default.</summary>
    [HttpPatch("{id:long}")]
    [Allow(Right.ChangeProgramme)]
    [ProducesResponseType<CampaignView>(StatusCodes.Status200OK)]
    public Task<IActionResult> Patch(long id, [MergePatchOf<CampaignInput>] JsonObject patch, CancellationToken cancellation) =>
        Merge(new LookAtCampaign(Caller, id), patch, (CampaignInput input) => Change(id, input, cancellation), cancellation);
}
