using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Merges the account of one card into that of another. All points, debts, tickets and cards pass to it. The old account stays empty and names its successor.</summary>
/// <param name="From">A card of the account that ends.</param>
/// <param name="Into">A card of the account that takes over.</param>
/// <param name="Reason">The reason, for the audit log.</param>
public sealed record MergeAccounts(CardNumber From, CardNumber Into, string Reason) : Command<AccountView>
{
    public override IReadOnlyList<FreeText> FreeTexts => [new("reason", Reason)];

    /// <summary>The most lots of the account that ends.</summary>
    public const int MostLots = 8000;

    /// <summary>Each lot may get a successor, and each account gets an entry.</summary>
    public override int SerialNumbersNeeded => MostLots + 2;
}

public sealed class MergeAccountsHandler(ICards cards, IPointAccounts accounts, ITickets tickets, IPointAdjustments adjustments, ITransactionJournal journal, INumberSequence numbers, CommandAudit steps)
    : IRequestHandler<MergeAccounts, CommandResult<AccountView>>
{
    public async Task<CommandResult<AccountView>> Handle(MergeAccounts request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await cards.LockAccountsOf([request.From, request.Into], cancellationToken) is not [var fromId, var intoId])
        {
            return CommandAudit.NotFound;
        }

        if (fromId == intoId)
        {
            return new Problem(FailureKind.Conflict, "Both cards already spend from the same account.", "into");
        }

        var (from, into) = (await accounts.Find(fromId, cancellationToken), await accounts.Find(intoId, cancellationToken));
        if (from.OpenLots > MergeAccounts.MostLots)
        {
            return new Problem(FailureKind.Conflict, $"The account holds points of more than {MergeAccounts.MostLots} origins. Merge in the other direction.");
        }

        await accounts.LoadAll(from, cancellationToken);
        await accounts.LoadAll(into, cancellationToken);
        var now = steps.Now;
        var before = AccountView.Of(into, await cards.OfAccount(intoId, cancellationToken), now);
        var given = TransactionJournal.BeginMerge(SerialNumber.Of(numbers.Next()), from, now);
        var taken = TransactionJournal.BeginMerge(SerialNumber.Of(numbers.Next()), into, now);
        journal.Add(given);
        journal.Add(taken);
        into.TakeOver(from, given, taken, numbers);
        await tickets.Move(from, into, cancellationToken);
        await cards.Move(from, into, cancellationToken);
        await adjustments.Move(from, into, cancellationToken);
        var after = AccountView.Of(into, await cards.OfAccount(intoId, cancellationToken), now);
        steps.Log(request, AccountView.Subject(from.Id), null, new { SucceededBy = into.Id, request.Reason });
        steps.Log(request, AccountView.Subject(into.Id), before.Masked, after.Masked);
        return after;
    }
}
