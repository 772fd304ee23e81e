using System.Globalization;
using System.Text.Json.Nodes;
using Asp.Versioning;
using Jpos.Api.BackOffice.Requests;
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
public sealed class MembersController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>The members.</summary>
    /// <param name="list">Which part.</param>
    /// <param name="mobile">Only those with this mobile; left out for all.</param>
    /// <param name="sort"><c>id</c>, if it is left out, <c>-id</c>, the newest first, <c>name</c> or <c>-name</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet]
    [Requires(Permission.ReadCards)]
    [ProducesResponseType<PageAnswer<MemberView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, [FromQuery] string? mobile, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var pageRequest = fields.Slice(list, sort, ListMembers.Orders);
        var withMobile = fields.ReadOptional<MobileNumber>("mobile", mobile, MobileNumber.TryParse);
        return fields.HasErrors ? fields.Result(HttpContext) : Answer(await Ask(new ListMembers(Caller, withMobile, pageRequest), cancellation));
    }

    /// <summary>One member.</summary>
    [HttpGet("{id:long}")]
    [Requires(Permission.ReadCards)]
    [ProducesResponseType<MemberView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetMember(Caller, id), cancellation));

    /// <summary>Adds a member.</summary>
    [HttpPost]
    [Requires(Permission.ManageMembers)]
    [ProducesResponseType<MemberView>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Create(MemberInput input, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var profile = input.Read(fields);
        return fields.HasErrors
            ? fields.Result(HttpContext)
            : await Answer(new CreateMember(profile) { Caller = Caller, IdempotencyKey = RequestKey }, member => member.Id.ToString(CultureInfo.InvariantCulture), cancellation);
    }

    /// <summary>Changes a member: what is left out gets its default, but a document stays as it is.</summary>
    [HttpPut("{id:long}")]
    [Requires(Permission.ManageMembers)]
    [ProducesResponseType<MemberView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Change(long id, MemberInput input, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var profile = input.Read(fields);
        return fields.HasErrors ? fields.Result(HttpContext) : await Answer(new ChangeMember(id, profile) { Caller = Caller, ExpectedETag = Seen }, null, cancellation);
    }

    /// <summary>Changes some of a member: the fields that a merge patch (RFC 7396) names, null for a field's default.</summary>
    [HttpPatch("{id:long}")]
    [Requires(Permission.ManageMembers)]
    [ProducesResponseType<MemberView>(StatusCodes.Status200OK)]
    public Task<IActionResult> Patch(long id, [MergePatchOf<MemberInput>] JsonObject patch, CancellationToken cancellation) =>
        Merge(new GetMember(Caller, id), patch, (MemberInput input) => Change(id, input, cancellation), cancellation);
}
