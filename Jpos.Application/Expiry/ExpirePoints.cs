using Jpos.Application.Time;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;

namespace Jpos.Application.Expiry;

/// <summary>Expires points of some accounts, as many as fit into one unit of work (<see href="docs/protocol.md#4-points">protocol §4</see>). Returns the number of accounts; zero means that the run is finished.</summary>
public sealed record ExpirePoints(int MostAccounts) : IRequest<int>;

public sealed class ExpirePointsHandler(IPointAccounts accounts, ITransactionJournal journal, INumberSequence numbers, ProgrammeClock clock, Programme programme)
    : IRequestHandler<ExpirePoints, int>
{
    public async Task<int> Handle(ExpirePoints request, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var lastDay = programme.ExpiredThrough(now.Today);
        var expired = await accounts.WithExpiredLots(lastDay, request.MostAccounts, cancellationToken);
        foreach (var account in expired)
        {
            var entry = TransactionJournal.BeginExpiry(SerialNumber.Of(numbers.Next()), account, now);
            account.Expire(lastDay, entry);
            journal.Add(entry);
        }

        return expired.Count;
    }
}
