using Asp.Versioning;
using Jpos.Api.BackOffice.Access;
using Jpos.Application.BackOffice.Cards;
using Jpos.Application.BackOffice.Tickets;
using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Access;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using Jpos.Domain.TextForms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>Cards: how they come to be, and whether they may be used.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "cards")]
public sealed class CardsController(IMediator mediator, IRepresentations representations) : BackOfficeController(mediator, representations)
{
    /// <summary>The cards.</summary>
    /// <param name="list">Which part.</param>
    /// <param name="product">Only those of this product; left out for all.</param>
    /// <param name="state">Only those in this state; left out for all.</param>
    /// <param name="member">Only those of this member; left out for all.</param>
    /// <param name="sort"><c>number</c>, if it is left out, or <c>-number</c>, the highest first.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet]
    [Allow(Right.LookAtCards)]
    [ProducesResponseType<PageAnswer<CardView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, [FromQuery] long? product, [FromQuery] CardState? state, [FromQuery] long? member, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var faults = new Faults();
        var slice = faults.Slice(list, sort, ListCards.Orders);
        return faults.Any ? faults.Result(HttpContext) : Answer(await Ask(new ListCards(Caller, product, state, member, slice), cancellation));
    }

    /// <summary>One card.</summary>
    [HttpGet("{number}")]
    [Allow(Right.LookAtCards)]
    [ProducesResponseType<CardView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Look(string number, CancellationToken cancellation) =>
        Answer(CardNumber.TryParse(number, out var card) ? await Ask(new LookAtCard(Caller, card), cancellation) : null);

    /// <summary>A card's tickets, used up and expired ones too, sorted by id.</summary>
    [HttpGet("{number}/tickets")]
    [Allow(Right.LookAtCards)]
    [ProducesResponseType<PageAnswer<TicketView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> ListTickets(string number, [FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var faults = new Faults();
        var after = faults.After(list.After);
        return faults.Any ? faults.Result(HttpContext)
            : CardNumber.TryParse(number, out var card) && await Ask(new ListTicketsOfCard(Caller, card, after, list.Limit), cancellation) is { } page ? Answer(page) : Answer(null);
    }

    /// <summary>What became of a card's points and tickets in a time, the oldest first, with the balance after each transaction.</summary>
    /// <param name="number">The card.</param>
    /// <param name="list">Which part.</param>
    /// <param name="from">When the time begins; left out for with the card.</param>
    /// <param name="to">Before when it ends; left out for not yet.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet("{number}/statement")]
    [Allow(Right.LookAtCards)]
    [ProducesResponseType<StatementView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> LookStatement(string number, [FromQuery] ListQuery list, [FromQuery] string? from, [FromQuery] string? to, CancellationToken cancellation)
    {
        var faults = new Faults();
        var after = faults.ReadOptional<Place>("after", list.After, Place.TryParse);
        var (begin, end) = (faults.Time("from", from), faults.Time("to", to));
        if (faults.Any)
        {
            return faults.Result(HttpContext);
        }

        var statement = CardNumber.TryParse(number, out var card) ? await Ask(new LookAtStatement(Caller, card, begin, end, after, list.Limit), cancellation) : null;
        return statement is null ? Answer(null) : Ok(statement with { Next = LinkTo(statement.Next) });
    }

    /// <summary>Issues a card. It is active if it belongs to somebody.</summary>
    [HttpPost]
    [Allow(Right.IssueCards)]
    [ProducesResponseType<CardView>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Issue(IssueCardInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var number = faults.Read<CardNumber>("number", input.Number, CardNumber.TryParse);
        faults.Require("product", input.Product is not null, FaultText.Missing("product"));
        var opening = Points.Of(faults.Amount("openingBalance", input.OpeningBalance) ?? 0);
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(
                new IssueCard(number, input.Product!.Value, input.Member, input.ExpiresOn, opening) { Caller = Caller, IdempotencyKey = RequestKey }, card => card.Number, cancellation);
    }

    /// <summary>Issues cards with numbers that follow each other, to nobody yet: all of them, or none.</summary>
    [HttpPost("ranges")]
    [Allow(Right.IssueCards)]
    [ProducesResponseType<CardRangeView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> IssueRange(IssueCardsInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var first = faults.Read<CardNumber>("first", input.First, CardNumber.TryParse);
        var count = faults.Whole("count", input.Count, 1, IssueCards.MostCards, null);
        faults.Require("product", input.Product is not null, FaultText.Missing("product"));
        var opening = Points.Of(faults.Amount("openingBalance", input.OpeningBalance) ?? 0);
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(new IssueCards(first, count, input.Product!.Value, input.ExpiresOn, opening) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Changes whether a card may be used, from its next message on.</summary>
    [HttpPost("{number}/state")]
    [Allow(Right.ChangeCardStates)]
    [ProducesResponseType<CardView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> ChangeState(string number, CardStateInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var card = faults.ReadPath<CardNumber>(number, CardNumber.TryParse);
        faults.Require("state", input.State is not null, FaultText.Missing("state"));
        var reason = faults.Reason(input.Reason);
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(new ChangeCardState(card, input.State!.Value, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Gives somebody another card for theirs: points, tickets, PIN and history go on under the new number, and the old one is closed.</summary>
    [HttpPost("{number}/replacement")]
    [Allow(Right.IssueCards)]
    [ProducesResponseType<CardView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Replace(string number, ReplaceCardInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var card = faults.ReadPath<CardNumber>(number, CardNumber.TryParse);
        var newNumber = faults.Read<CardNumber>("newNumber", input.NewNumber, CardNumber.TryParse);
        var reason = faults.Reason(input.Reason);
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(new ReplaceCard(card, newNumber, input.ExpiresOn, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
