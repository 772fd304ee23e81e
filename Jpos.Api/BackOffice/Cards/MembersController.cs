using System.Globalization;
using System.Text.Json.Nodes;
using Asp.Versioning;
using Jpos.Api.BackOffice.Access;
using Jpos.Api.BackOffice.Reading;
using Jpos.Application.BackOffice.Cards;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Jpos.Domain.Protocol;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>Members. The whole number of a document is never answered.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "members")]
public sealed class MembersController(IMediator mediator, IRepresentations representations) : BackOfficeController(mediator, representations)
{
    /// <summary>The members.</summary>
    /// <param name="list">Which part.</param>
    /// <param name="mobile">Only those with this mobile; left out for all.</param>
    /// <param name="sort"><c>id</c>, if it is left out, <c>-id</c>, the newest first, <c>name</c> or <c>-name</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet]
    [Allow(Right.LookAtCards)]
    [ProducesResponseType<PageAnswer<MemberView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, [FromQuery] string? mobile, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var faults = new Faults();
        var slice = faults.Slice(list, sort, ListMembers.Orders);
        var withMobile = faults.ReadOptional<MobileNumber>("mobile", mobile, MobileNumber.TryParse);
        return faults.Any ? faults.Result(HttpContext) : Answer(await Ask(new ListMembers(Caller, withMobile, slice), cancellation));
    }

    /// <summary>One member.</summary>
    [HttpGet("{id:long}")]
    [Allow(Right.LookAtCards)]
    [ProducesResponseType<MemberView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Look(long id, CancellationToken cancellation) => Answer(await Ask(new LookAtMember(Caller, id), cancellation));

    /// <summary>Adds a member.</summary>
    [HttpPost]
    [Allow(Right.ChangeMembers)]
    [ProducesResponseType<MemberView>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Create(MemberInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var profile = input.Read(faults);
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(new CreateMember(profile) { Caller = Caller, IdempotencyKey = RequestKey }, member => member.Id.ToString(CultureInfo.InvariantCulture), cancellation);
    }

    /// <summary>Changes a member: what is left out gets its default, but a document stays as it is.</summary>
    [HttpPut("{id:long}")]
    [Allow(Right.ChangeMembers)]
    [ProducesResponseType<MemberView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Change(long id, MemberInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var profile = input.Read(faults);
        return faults.Any ? faults.Result(HttpContext) : await Answer(new ChangeMember(id, profile) { Caller = Caller, Seen = Seen }, null, cancellation);
    }

    /// <summary>Changes some of a member: the fields that a merge patch (RFC 7396) names, null for a field's default.</summary>
    [HttpPatch("{id:long}")]
    [Allow(Right.ChangeMembers)]
    [ProducesResponseType<MemberView>(StatusCodes.Status200OK)]
    public Task<IActionResult> Patch(long id, [MergePatchOf<MemberInput>] JsonObject patch, CancellationToken cancellation) =>
        Merge(new LookAtMember(Caller, id), patch, (MemberInput input) => Change(id, input, cancellation), cancellation);
}
