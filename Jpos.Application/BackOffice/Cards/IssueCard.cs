using Jpos.Application.BackOffice.Adjustments;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Issues a card with its account. The card is active if it has a member.</summary>
/// <param name="Number">The number, with a check digit if the product has one.</param>
/// <param name="Product">The id of the card's product.</param>
/// <param name="Member">The id of the card's member; null if none.</param>
/// <param name="ExpiresOn">The last day on which the card may be used; null if it does not expire.</param>
/// <param name="OpeningBalance">The opening balance, which lasts as long as a gift.</param>
public sealed record IssueCard(CardNumber Number, long Product, long? Member, DateOnly? ExpiresOn, Points OpeningBalance) : Command<CardView>;

public sealed class IssueCardHandler(ICards cards, ICardProducts products, IMembers members, PersonDailyLimit personal, CardIssuing issuing, CommandAudit steps) : IRequestHandler<IssueCard, CommandResult<CardView>>
{
    public async Task<CommandResult<CardView>> Handle(IssueCard request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        var now = steps.Now;
        var product = await products.Find(request.Product, cancellationToken);
        var isTaken = await cards.Find(request.Number, cancellationToken) is not null;
        if (CardIssuing.Refuse(request.Number, isTaken, product, request.ExpiresOn, now) is { } problem)
        {
            return problem;
        }

        var member = request.Member is { } id ? await members.Find(id, cancellationToken) : null;
        if (request.Member is not null && member is null)
        {
            return new Problem(FailureKind.Invalid, "No member has this id.", "member");
        }

        if (await personal.CountOpening(request.Caller, request.OpeningBalance, now, cancellationToken) is { } overLimit)
        {
            return overLimit;
        }

        var card = issuing.Make(request.Number, product!, member, request.ExpiresOn);
        cards.Add(card);
        var account = issuing.Open(card, request.OpeningBalance, now);
        var view = CardView.Of(card, account, now);
        steps.Log(request, CardView.Subject(card), null, LoggedCard.Of(card, view, null));
        return CommandResult.Created(view);
    }
}
