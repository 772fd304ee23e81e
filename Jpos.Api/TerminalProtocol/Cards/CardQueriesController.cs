namespace Jpos.Api.TerminalProtocol.Cards;

/// <summary>Queries of cards.</summary>
[ApiVersion(1)]
[Route(Routes.Document + "cards")]
[Route(Routes.Short + "cards")]
public sealed class CardQueriesController(IMediator mediator) : ProtocolController(mediator)
{
    /// <summary>卡查询: returns a card's member, balances and vouchers.</summary>
    [HttpPost]
    [ProducesResponseType<QueryCardAnswer>(StatusCodes.Status200OK)]
    public Task<IActionResult> Query([Form] QueryCardForm form, CancellationToken cancellation) => Answer(form.ToCommand(), cancellation);
}
