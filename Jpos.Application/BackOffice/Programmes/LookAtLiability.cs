using System.Globalization;
using Jpos.Application.Messages;
using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using MediatR;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>Points that expire in one month.</summary>
/// <param name="Month">The month of their last day, as <c>2026-11</c>.</param>
/// <param name="Available">Those that may be spent.</param>
/// <param name="Pending">Those that wait for their batch.</param>
/// <param name="Lots">In how many lots.</param>
/// <param name="Cards">Of how many cards.</param>
public sealed record ExpiringView(string Month, decimal Available, decimal Pending, int Lots, int Cards);

/// <summary>What cards owe the programme.</summary>
/// <param name="Points">How much.</param>
/// <param name="Cards">How many cards.</param>
public sealed record DebtView(decimal Points, int Cards);

/// <summary>What the programme owes its members. Debts are apart: who owes points does not make those of others fewer.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Available">Points that may be spent.</param>
/// <param name="Pending">Points that wait for their batch.</param>
/// <param name="Months">By the month in which they expire.</param>
/// <param name="Debts">What cards owe.</param>
public sealed record LiabilityView(DateTime At, decimal Available, decimal Pending, IReadOnlyList<ExpiringView> Months, DebtView Debts);

/// <summary>What the programme owes; null for who is of some stores: it is of none.</summary>
public sealed record LookAtLiability(Caller Caller) : Look<LiabilityView?>;

public sealed class LookAtLiabilityHandler(IPointAccounts accounts, ProgrammeClock clock) : IRequestHandler<LookAtLiability, LiabilityView?>
{
    public async Task<LiabilityView?> Handle(LookAtLiability request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsOfSomeStores)
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
