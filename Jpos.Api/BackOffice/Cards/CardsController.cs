using Jpos.Application.BackOffice.Cards;
using Jpos.Application.BackOffice.Requests;
using Jpos.Application.BackOffice.Tickets;
using Jpos.Domain;
using Jpos.Domain.Cards;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>Cards: issue, state, replacement, tickets and statements.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "cards")]
public sealed class CardsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Lists the cards.</summary>
    /// <param name="list">The page to return.</param>
    /// <param name="product">Only cards of this product; all if omitted.</param>
    /// <param name="state">Only cards in this state; all if omitted.</param>
    /// <param name="member">Only cards of this member; all if omitted.</param>
    /// <param name="sort"><c>number</c>, the default, or <c>-number</c> for the highest first.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpGet]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<PageAnswer<CardView>>> List([FromQuery] ListQuery list, [FromQuery] long? product, [FromQuery] CardState? state, [FromQuery] long? member, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, sort, ListCards.SortOrders);
        return await Answer(() => new ListCards(Caller, product, state, member, pageRequest), cancellation);
    }

    /// <summary>Returns one card.</summary>
    [HttpGet("{number}")]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<CardView>> Get(string number, CancellationToken cancellation) =>
        Answer(CardNumber.TryParse(number, out var card) ? await Ask(new GetCard(Caller, card), cancellation) : null);

    /// <summary>Lists a card's tickets by id, including used and expired ones.</summary>
    [HttpGet("{number}/tickets")]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<PageAnswer<TicketView>>> ListTickets(string number, [FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var after = Fields.After(list.After);
        return Fields.HasErrors ? Fields.Result(HttpContext)
            : CardNumber.TryParse(number, out var card) && await Ask(new ListTicketsOfCard(Caller, card, after, list.Limit), cancellation) is { } page ? Answer(page) : Answer(null);
    }

    /// <summary>Returns a card's statement for a period. It lists the movements of points and tickets, the oldest first, with the balance after each transaction.</summary>
    /// <param name="number">The card's number.</param>
    /// <param name="list">The page to return.</param>
    /// <param name="from">The beginning of the period; the card's first transaction if omitted.</param>
    /// <param name="to">The end of the period, exclusive; open if omitted.</param>
    /// <param name="cancellation">Cancels the operation.</param>
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

    /// <summary>Issues a card. The card is active if it has a member.</summary>
    [HttpPost]
    [Requires(Permission.IssueCards)]
    [CanFail(FailureKind.DailyLimitExceeded)]
    [ProducesResponseType(StatusCodes.Status201Created)]
    public async Task<ActionResult<CardView>> Issue(IssueCardInput input, CancellationToken cancellation)
    {
        var number = Fields.Read<CardNumber>("number", input.Number, CardNumber.TryParse);
        Fields.Check("product", input.Product is not null, FieldErrorText.Missing("product"));
        var opening = Points.Of(Fields.Amount("openingBalance", input.OpeningBalance) ?? 0);
        return await Answer(() => new IssueCard(number, input.Product!.Value, input.Member, input.ExpiresOn, opening) { Caller = Caller, IdempotencyKey = RequestKey }, card => card.Number, cancellation);
    }

    /// <summary>Issues a range of cards with consecutive numbers and without members. Either all cards are issued or none.</summary>
    [HttpPost("ranges")]
    [Requires(Permission.IssueCards)]
    [CanFail(FailureKind.DailyLimitExceeded)]
    public async Task<ActionResult<CardRangeView>> IssueRange(IssueCardsInput input, CancellationToken cancellation)
    {
        var first = Fields.Read<CardNumber>("first", input.First, CardNumber.TryParse);
        var count = Fields.Whole("count", input.Count, 1, IssueCards.MostCards, null);
        Fields.Check("product", input.Product is not null, FieldErrorText.Missing("product"));
        var opening = Points.Of(Fields.Amount("openingBalance", input.OpeningBalance) ?? 0);
        return await Answer(() => new IssueCards(first, count, input.Product!.Value, input.ExpiresOn, opening) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Changes a card's state. The next message of the card sees the new state.</summary>
    [HttpPost("{number}/state")]
    [Requires(Permission.ChangeCardStates)]
    public async Task<ActionResult<CardView>> ChangeState(string number, CardStateInput input, CancellationToken cancellation)
    {
        var card = Fields.ReadPathValue<CardNumber>(number, CardNumber.TryParse);
        Fields.Check("state", input.State is not null, FieldErrorText.Missing("state"));
        var reason = Fields.Reason(input.Reason);
        return await Answer(() => new ChangeCardState(card, input.State!.Value, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Replaces a card with a new one on the same account. The new card has no PIN until one is set, and the old card is closed.</summary>
    [HttpPost("{number}/replacement")]
    [Requires(Permission.IssueCards)]
    public async Task<ActionResult<CardView>> Replace(string number, ReplaceCardInput input, CancellationToken cancellation)
    {
        var card = Fields.ReadPathValue<CardNumber>(number, CardNumber.TryParse);
        var newNumber = Fields.Read<CardNumber>("newNumber", input.NewNumber, CardNumber.TryParse);
        var reason = Fields.Reason(input.Reason);
        return await Answer(() => new ReplaceCard(card, newNumber, input.ExpiresOn, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Issues another card on the account of a card: a companion, for the same member. Both cards spend the same points and tickets.</summary>
    [HttpPost("{number}/companions")]
    [Requires(Permission.IssueCards)]
    public async Task<ActionResult<CardView>> IssueCompanion(string number, CompanionInput input, CancellationToken cancellation)
    {
        var card = Fields.ReadPathValue<CardNumber>(number, CardNumber.TryParse);
        var companion = Fields.Read<CardNumber>("number", input.Number, CardNumber.TryParse);
        var reason = Fields.Reason(input.Reason);
        return await Answer(() => new IssueCompanion(card, companion, input.Product, input.ExpiresOn, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Merges the account of a card into that of another card. Points, debts, tickets and cards pass to that account. A merge cannot be undone.</summary>
    [HttpPost("{number}/merge")]
    [Requires(Permission.IssueCards)]
    public async Task<ActionResult<AccountView>> Merge(string number, MergeInput input, CancellationToken cancellation)
    {
        var card = Fields.ReadPathValue<CardNumber>(number, CardNumber.TryParse);
        var into = Fields.Read<CardNumber>("into", input.Into, CardNumber.TryParse);
        var reason = Fields.Reason(input.Reason);
        return await Answer(() => new MergeAccounts(card, into, reason) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
