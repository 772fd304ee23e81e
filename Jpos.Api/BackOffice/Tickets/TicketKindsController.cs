using System.Globalization;
using System.Text.Json.Nodes;
using Asp.Versioning;
using Jpos.Api.BackOffice.Requests;
using Jpos.Application.BackOffice.Tickets;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice.Tickets;

/// <summary>Kinds of tickets, and who gets some.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "ticket-kinds")]
public sealed class TicketKindsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>The kinds of tickets, sorted by id.</summary>
    [HttpGet]
    [Requires(Permission.ReadCards)]
    [ProducesResponseType<PageAnswer<TicketKindView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var after = fields.After(list.After);
        return fields.HasErrors ? fields.Result(HttpContext) : Answer(await Ask(new ListTicketKinds(Caller, after, list.Limit), cancellation));
    }

    /// <summary>One kind of ticket.</summary>
    [HttpGet("{id:long}")]
    [Requires(Permission.ReadCards)]
    [ProducesResponseType<TicketKindView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetTicketKind(Caller, id), cancellation));

    /// <summary>Adds a kind of ticket.</summary>
    [HttpPost]
    [Requires(Permission.ManageCardProducts)]
    [ProducesResponseType<TicketKindView>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Create(TicketKindInput input, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var profile = input.Read(fields);
        return fields.HasErrors
            ? fields.Result(HttpContext)
            : await Answer(new CreateTicketKind(profile) { Caller = Caller, IdempotencyKey = RequestKey }, kind => kind.Id.ToString(CultureInfo.InvariantCulture), cancellation);
    }

    /// <summary>Changes a kind of ticket, for what is issued from now on: what is left out gets its default.</summary>
    [HttpPut("{id:long}")]
    [Requires(Permission.ManageCardProducts)]
    [ProducesResponseType<TicketKindView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Change(long id, TicketKindInput input, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var profile = input.Read(fields);
        return fields.HasErrors ? fields.Result(HttpContext) : await Answer(new ChangeTicketKind(id, profile) { Caller = Caller, ExpectedETag = Seen }, null, cancellation);
    }

    /// <summary>Changes some of a kind of ticket: the fields that a merge patch (RFC 7396) names, null for a field's default.</summary>
    [HttpPatch("{id:long}")]
    [Requires(Permission.ManageCardProducts)]
    [ProducesResponseType<TicketKindView>(StatusCodes.Status200OK)]
    public Task<IActionResult> Patch(long id, [MergePatchOf<TicketKindInput>] JsonObject patch, CancellationToken cancellation) =>
        Merge(new GetTicketKind(Caller, id), patch, (TicketKindInput input) => Change(id, input, cancellation), cancellation);

    /// <summary>Gives cards tickets of this kind: all of them, or none.</summary>
    [HttpPost("{id:long}/issues")]
    [Requires(Permission.IssueTickets)]
    [ProducesResponseType<TicketIssueView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Issue(long id, TicketIssueInput input, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var cards = input.ReadCards(fields);
        var reason = fields.Reason(input.Reason);
        return fields.HasErrors
            ? fields.Result(HttpContext)
            : await Answer(new IssueTickets(id, cards, input.Pieces ?? 1, input.ValidThrough, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
