using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using MediatR;

namespace Jpos.Application.BackOffice;

/// <summary>Refuses an act whose own words hold a card number: the audit log and lists that many people read must not keep one.</summary>
public sealed class CardNumbersInTexts<TAct, TResult>(ICardProducts products) : IPipelineBehavior<TAct, TResult>
    where TAct : Act
    where TResult : Result, new()
{
    public async Task<TResult> Handle(TAct request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        var texts = request.Texts.Where(written => CardNumberSearch.MayHold(written.Text)).ToList();
        var rules = texts.Count > 0 ? await products.NumberRules(cancellationToken) : [];
        return texts.Find(written => CardNumberSearch.Holds(written.Text, rules)) is { } found
            ? new TResult { Problem = new Problem(Failure.Invalid, $"{found.Field} holds a card number, which must not be kept here. Write its last 4 digits instead.", found.Field) }
            : await next();
    }
}
