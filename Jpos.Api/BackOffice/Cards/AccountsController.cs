using Jpos.Application.BackOffice.Cards;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>Accounts: the points and tickets from which cards spend.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "accounts")]
public sealed class AccountsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Returns one account with its cards.</summary>
    [HttpGet("{id:long}")]
    [Requires(Permission.ReadCards)]
    public async Task<ActionResult<AccountView>> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetAccount(Caller, id), cancellation));
}
