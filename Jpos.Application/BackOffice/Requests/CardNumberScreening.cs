namespace Jpos.Application.BackOffice.Requests;

/// <summary>Refuses a command whose free text contains a card number, because the audit log and lists must not store one. Numbers of existing cards count too, even if their product's rules have changed since.</summary>
public sealed class CardNumberScreening<TAct, TResult>(ICardProducts products, ICards cards) : IPipelineBehavior<TAct, TResult>
    where TAct : Command
    where TResult : CommandResult, new()
{
    public async Task<TResult> Handle(TAct request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        var texts = request.FreeTexts.Where(written => CardNumberSearch.MayHold(written.Text)).ToList();
        return texts.Count > 0 && await Find(texts, cancellationToken) is { } found
            ? new TResult { Problem = new Problem(FailureKind.Invalid, $"{found.Field} contains a card number, which must not be stored here. Write its last 4 digits instead.", found.Field) }
            : await next();
    }

    private async Task<FreeText?> Find(List<FreeText> texts, CancellationToken cancellation)
    {
        var rules = await products.NumberRules(cancellation);
        if (texts.Find(written => CardNumberSearch.Holds(written.Text, rules)) is { } found)
        {
            return found;
        }

        var candidates = texts.SelectMany(written => CardNumberSearch.Candidates(written.Text)).Distinct().ToList();
        if (candidates.Count == 0)
        {
            return null;
        }

        var taken = await cards.Taken(candidates, cancellation);
        return texts.Find(written => CardNumberSearch.Candidates(written.Text).Any(taken.Contains));
    }
}
