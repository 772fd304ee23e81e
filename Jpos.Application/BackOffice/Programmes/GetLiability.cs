using System.Globalization;
using Jpos.Application.Time;
using Jpos.Domain.Accounts;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>Returns the liability; null for a store-scoped caller, because it is network-wide.</summary>
public sealed record GetLiability(Caller Caller) : Query<LiabilityView?>;

public sealed class GetLiabilityHandler(IPointAccounts accounts, ProgrammeClock clock) : IRequestHandler<GetLiability, LiabilityView?>
{
    public async Task<LiabilityView?> Handle(GetLiability request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return null;
        }

        var now = clock.Now;
        var outstanding = (await accounts.Outstanding(now, cancellationToken)).ToLookup(part => part.Kind);
        var months = outstanding[LotKind.Points].OrderBy(part => (part.Year, part.Month)).ToList();
        var debts = outstanding[LotKind.Debt].ToList();
        return new LiabilityView(
            now.Utc,
            months.Select(part => part.Available).Sum().ToDecimal(),
            months.Select(part => part.Pending).Sum().ToDecimal(),
            [.. months.Select(part => new ExpiringView(string.Create(CultureInfo.InvariantCulture, $"{part.Year:D4}-{part.Month:D2}"), part.Available.ToDecimal(), part.Pending.ToDecimal(), part.Lots, part.Cards))],
            new DebtView((-debts.Select(part => part.Available).Sum()).ToDecimal(), debts.Sum(part => part.Cards)));
    }
}
