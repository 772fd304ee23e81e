namespace Jpos.Api.TerminalProtocol.Refunds;

/// <summary>Refunds of consumes after their batch, and cancels of refunds.</summary>
[ApiVersion(1)]
[Route(Routes.Document + "refunds")]
[Route(Routes.Short + "refunds")]
public sealed class RefundsController(IMediator mediator) : ProtocolController(mediator)
{
    /// <summary>消费退货: refunds a consume.</summary>
    [HttpPost]
    [ProducesResponseType<RefundAnswer>(StatusCodes.Status200OK)]
    public Task<IActionResult> Refund([Form] RefundForm form, CancellationToken cancellation) => Answer(form.ToCommand(), cancellation);

    /// <summary>消费退货撤销: cancels a refund.</summary>
    [HttpPost("cancel")]
    [ProducesResponseType<CancelRefundAnswer>(StatusCodes.Status200OK)]
    public Task<IActionResult> Cancel([Form] CancelRefundForm form, CancellationToken cancellation) => Answer(form.ToCommand(), cancellation);
}
