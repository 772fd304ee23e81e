using Jpos.Application.BackOffice.Cards;
using Jpos.Application.BackOffice.Tickets;
using Jpos.Domain;
using Jpos.Domain.Cards;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>Cards: how they come to be, and whether they may be used.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "cards")]
public sealed class CardsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>The cards.</summary>
    /// <param name="list">Which part.</param>
    /// <param name="product">Only those of this product; left out for all.</param>
    /// <param name="state">Only those in this state; left out for all.</param>
    /// <param name="member">Only those of this member; left out for all.</param>
    /// <param name="sort"><c>number</c>, if it is left out, or <c>-number</c>, the highest first.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<PageAnswer<CardView>>> List([FromQuery] ListQuery list, [FromQuery] long? product, [FromQuery] CardState? state, [FromQuery] long? member, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, sort, ListCards.SortOrders);
        return await Answer(() => new ListCards(Caller, product, state, member, pageRequest), cancellation);
    }

    /// <summary>One card.</summary>
    [HttpGet("{number}")]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<CardView>> Get(string number, CancellationToken cancellation) =>
        Answer(CardNumber.TryParse(number, out var card) ? await Ask(new GetCard(Caller, card), cancellation) : null);

    /// <summary>A card's tickets, used up and expired ones too, sorted by id.</summary>
    [HttpGet("{number}/tickets")]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<PageAnswer<TicketView>>> ListTickets(string number, [FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var after = Fields.After(list.After);
        return Fields.HasErrors ? Fields.Result(HttpContext)
            : CardNumber.TryParse(number, out var card) && await Ask(new ListTicketsOfCard(Caller, card, after, list.Limit), cancellation) is { } page ? Answer(page) : Answer(null);
    }

    /// <summary>What became of a card's points and tickets in a time, the oldest first, with the balance after each transaction.</summary>
    /// <param name="number">The card.</param>
    /// <param name="list">Which part.</param>
    /// <param name="from">When the time begins; left out for with the card.</param>
    /// <param name="to">Before when it ends; left out for not yet.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet("{number}/statement")]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<StatementView>> GetStatement(string number, [FromQuery] ListQuery list, [FromQuery] string? from, [FromQuery] string? to, CancellationToken cancellation)
    {
        var after = Fields.ReadOptional<TimeCursor>("after", list.After, TimeCursor.TryParse);
        var (begin, end) = (Fields.Time("from", from), Fields.Time("to", to));
        if (Fields.HasErrors)
        {
            return Fields.Result(HttpContext);
        }

        var statement = CardNumber.TryParse(number, out var card) ? await Ask(new GetStatement(Caller, card, begin, end, after, list.Limit), cancellation) : null;
        return statement is null ? Answer(null) : Ok(statement with { Next = LinkTo(statement.Next) });
    }

    /// <summary>Issues a card. It is active if it belongs to somebody.</summary>
    [HttpPost]
    [Requires(Permission.IssueCards)]
    [ProducesResponseType(StatusCodes.Status201Created)]
    public async Task<ActionResult<CardView>> Issue(IssueCardInput input, CancellationToken cancellation)
    {
        var number = Fields.Read<CardNumber>("number", input.Number, CardNumber.TryParse);
        Fields.Check("product", input.Product is not null, FieldErrorText.Missing("product"));
        var opening = Points.Of(Fields.Amount("openingBalance", input.OpeningBalance) ?? 0);
        return await Answer(() => new IssueCard(number, input.Product!.Value, input.Member, input.ExpiresOn, opening) { Caller = Caller, IdempotencyKey = RequestKey }, card => card.Number, cancellation);
    }

    /// <summary>Issues cards with numbers that follow each other, to nobody yet: all of them, or none.</summary>
    [HttpPost("ranges")]
    [Requires(Permission.IssueCards)]
    public async Task<ActionResult<CardRangeView>> IssueRange(IssueCardsInput input, CancellationToken cancellation)
    {
        var first = Fields.Read<CardNumber>("first", input.First, CardNumber.TryParse);
        var count = Fields.Whole("count", input.Count, 1, IssueCards.MostCards, null);
        Fields.Check("product", input.Product is not null, FieldErrorText.Missing("product"));
        var opening = Points.Of(Fields.Amount("openingBalance", input.OpeningBalance) ?? 0);
        return await Answer(() => new IssueCards(first, count, input.Product!.Value, input.ExpiresOn, opening) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Changes whether a card may be used, from its next message on.</summary>
    [HttpPost("{number}/state")]
    [Requires(Permission.ChangeCardStates)]
    public async Task<ActionResult<CardView>> ChangeState(string number, CardStateInput input, CancellationToken cancellation)
    {
        var card = Fields.ReadPathValue<CardNumber>(number, CardNumber.TryParse);
        Fields.Check("state", input.State is not null, FieldErrorText.Missing("state"));
        var reason = Fields.Reason(input.Reason);
        return await Answer(() => new ChangeCardState(card, input.State!.Value, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Gives somebody another card for theirs: points, tickets, PIN and history go on under the new number, and the old one is closed.</summary>
    [HttpPost("{number}/replacement")]
    [Requires(Permission.IssueCards)]
    public async Task<ActionResult<CardView>> Replace(string number, ReplaceCardInput input, CancellationToken cancellation)
    {
        var card = Fields.ReadPathValue<CardNumber>(number, CardNumber.TryParse);
        var newNumber = Fields.Read<CardNumber>("newNumber", input.NewNumber, CardNumber.TryParse);
        var reason = Fields.Reason(input.Reason);
        return await Answer(() => new ReplaceCard(card, newNumber, input.ExpiresOn, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
