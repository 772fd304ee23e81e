using Jpos.Domain.Journal;

namespace Jpos.Application.BackOffice.Transactions;

/// <summary>Returns one journal entry with all its movements; null if the caller sees none. An entry without a terminal belongs to no store.</summary>
public sealed record GetTransaction(Caller Caller, SerialNumber Serial) : Query<TransactionView?>;

public sealed class GetTransactionHandler(ITransactionJournal journal) : IRequestHandler<GetTransaction, TransactionView?>
{
    public async Task<TransactionView?> Handle(GetTransaction request, CancellationToken cancellationToken)
    {
        if (await journal.Find(request.Serial, cancellationToken) is not { } found || !Sees(request.Caller, found))
        {
            return null;
        }

        var family = await journal.Family(found.Root, cancellationToken);
        return TransactionView.Of(family[found.Serial], family);
    }

    private static bool Sees(Caller caller, TransactionJournal entry) => entry.Store is { } store ? caller.CanSee(store) : !caller.IsStoreScoped;
}
