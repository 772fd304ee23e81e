using System.Globalization;
using System.Text.Json.Nodes;
using Asp.Versioning;
using Jpos.Api.BackOffice.Requests;
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
public sealed class CampaignsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>The campaigns, the newest first. <c>after</c> is the id of the last one that was seen.</summary>
    [HttpGet]
    [Requires(Permission.ReadProgramme)]
    [ProducesResponseType<PageAnswer<CampaignView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var before = fields.After(list.After);
        return fields.HasErrors ? fields.Result(HttpContext) : Answer(await Ask(new ListCampaigns(Caller, before, list.Limit), cancellation));
    }

    /// <summary>One campaign.</summary>
    [HttpGet("{id:long}")]
    [Requires(Permission.ReadProgramme)]
    [ProducesResponseType<CampaignView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetCampaign(Caller, id), cancellation));

    /// <summary>Adds a campaign.</summary>
    [HttpPost]
    [Requires(Permission.ManageProgramme)]
    [ProducesResponseType<CampaignView>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Create(CampaignInput input, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var profile = input.Read(fields);
        return fields.HasErrors
            ? fields.Result(HttpContext)
            : await Answer(new CreateCampaign(profile) { Caller = Caller, IdempotencyKey = RequestKey }, campaign => campaign.Id.ToString(CultureInfo.InvariantCulture), cancellation);
    }

    /// <summary>Changes a campaign, from the next message on: what is left out gets its default.</summary>
    [HttpPut("{id:long}")]
    [Requires(Permission.ManageProgramme)]
    [ProducesResponseType<CampaignView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Change(long id, CampaignInput input, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var profile = input.Read(fields);
        return fields.HasErrors ? fields.Result(HttpContext) : await Answer(new ChangeCampaign(id, profile) { Caller = Caller, ExpectedETag = Seen }, null, cancellation);
    }

    /// <summary>Changes some of a campaign: the fields that a merge patch (RFC 7396) names, null for a field's default.</summary>
    [HttpPatch("{id:long}")]
    [Requires(Permission.ManageProgramme)]
    [ProducesResponseType<CampaignView>(StatusCodes.Status200OK)]
    public Task<IActionResult> Patch(long id, [MergePatchOf<CampaignInput>] JsonObject patch, CancellationToken cancellation) =>
        Merge(new GetCampaign(Caller, id), patch, (CampaignInput input) => Change(id, input, cancellation), cancellation);
}
