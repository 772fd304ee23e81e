using Jpos.Application.Time;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>Returns an account with its cards; null if the caller sees none with this id.</summary>
public sealed record GetAccount(Caller Caller, long Id) : Query<AccountView?>;

public sealed class GetAccountHandler(ICards cards, IPointAccounts accounts, ProgrammeClock clock) : IRequestHandler<GetAccount, AccountView?>
{
    public async Task<AccountView?> Handle(GetAccount request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && (await accounts.Find([request.Id], cancellationToken)).GetValueOrDefault(request.Id) is { } account
            ? AccountView.Of(account, await cards.OfAccount(account.Id, cancellationToken), clock.Now)
            : null;
}
