namespace Jpos.Api.TerminalProtocol.Cards;

/// <summary>Activation of cards.</summary>
[ApiVersion(1)]
[Route(Routes.Document + "card")]
[Route(Routes.Short + "card")]
public sealed class CardController(IMediator mediator) : ProtocolController(mediator)
{
    /// <summary>卡激活: activates an issued card.</summary>
    [HttpPost("active")]
    [ProducesResponseType<ActivateCardAnswer>(StatusCodes.Status200OK)]
    public Task<IActionResult> Activate([Form] ActivateCardForm form, CancellationToken cancellation) => Answer(form.ToCommand(), cancellation);
}
