using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Issues a card, with its account. It is active if it belongs to somebody.</summary>
/// <param name="Number">Its number, with a check digit if its product has one.</param>
/// <param name="Product">The id of its product.</param>
/// <param name="Member">The id of whom it belongs to; null for nobody yet.</param>
/// <param name="ExpiresOn">The last day on which it may be used; null for one that does not expire.</param>
/// <param name="OpeningBalance">Points that it brings along, which are good for as long as a gift.</param>
public sealed record IssueCard(CardNumber Number, long Product, long? Member, DateOnly? ExpiresOn, Points OpeningBalance) : Act<CardView>;

public sealed class IssueCardHandler(
    ICards cards, ICardProducts products, IMembers members, IPointAccounts accounts, ITransactionJournal journal, ISerialNumbers numbers, Programme programme, ActSteps steps)
    : IRequestHandler<IssueCard, Result<CardView>>
{
    public async Task<Result<CardView>> Handle(IssueCard request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
        {
            return ActSteps.OfNoStore;
        }

        var now = steps.Now;
        if (request.ExpiresOn < now.Today)
        {
            return new Problem(Failure.Invalid, "This day has passed.", "expiresOn");
        }

        if (await products.Find(request.Product, cancellationToken) is not { } product)
        {
            return new Problem(Failure.Invalid, "There is no such card product.", "product");
        }

        if (product.HasCheckDigit && !request.Number.HasCheckDigit)
        {
            return new Problem(Failure.Invalid, "The last digit is not the check digit that the product asks for.", "number");
        }

        var member = request.Member is { } id ? await members.Find(id, cancellationToken) : null;
        if (request.Member is not null && member is null)
        {
            return new Problem(Failure.Invalid, "There is no such member.", "member");
        }

        if (await cards.Find(request.Number, cancellationToken) is not null)
        {
            return new Problem(Failure.Conflict, "There is a card with this number.", "number");
        }

        var card = new Card(request.Number, product, member is null ? CardState.Issued : CardState.Active, member, request.ExpiresOn);
        await cards.Add(card, cancellationToken);
        var account = new PointAccount(card.Id);
        accounts.Add(account);
        Open(account, card, request.OpeningBalance, now);
        var view = CardView.Of(card, account, now);
        steps.Log(request, CardView.Subject(card), null, LoggedCard.Of(card, view, null));
        return Result.New(view);
    }

    private void Open(PointAccount account, Card card, Points balance, Moment now)
    {
        if (!balance.IsZero)
        {
            var opening = TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), card, now.Utc, now.Today);
            journal.Add(opening);
            account.Add(balance, programme.GiftExpiry(now.Today), ProgrammeAccount.Adjustment, opening, numbers);
        }
    }
}
