using Jpos.Application.TerminalProtocol.Transactions;

namespace Jpos.Api.TerminalProtocol.Transactions;

/// <summary>Consumes, their cancels and reversals, and the settlement of a batch.</summary>
[ApiVersion(1)]
[Route(Routes.Document + "trans")]
[Route(Routes.Short + "trans")]
public sealed class TransController(IMediator mediator) : ProtocolController(mediator)
{
    /// <summary>消费: pays with points, cash and vouchers.</summary>
    [HttpPost("consume")]
    [ProducesResponseType<ConsumeAnswer>(StatusCodes.Status200OK)]
    public Task<IActionResult> Consume([Form] ConsumeForm form, CancellationToken cancellation) => Answer(form.ToCommand(), cancellation);

    /// <summary>消费冲正: reverses a consume.</summary>
    [HttpPost("consumeReversal")]
    [ProducesResponseType<ConsumeAnswer>(StatusCodes.Status200OK)]
    public Task<IActionResult> ReverseConsume([Form] ConsumeBody form, CancellationToken cancellation) => Answer(new ReverseConsume(form.ToCommand()), cancellation);

    /// <summary>消费撤销: cancels a consume.</summary>
    [HttpPost("cancel")]
    [ProducesResponseType<CancelAnswer>(StatusCodes.Status200OK)]
    public Task<IActionResult> Cancel([Form] CancelForm form, CancellationToken cancellation) => Answer(form.ToCommand(), cancellation);

    /// <summary>消费撤销冲正: reverses a cancel.</summary>
    [HttpPost("cancelReversal")]
    [ProducesResponseType<CancelAnswer>(StatusCodes.Status200OK)]
    public Task<IActionResult> ReverseCancel([Form] CancelForm form, CancellationToken cancellation) => Answer(new ReverseCancel(form.ToCommand()), cancellation);

    /// <summary>结算: closes the batch and compares totals.</summary>
    [HttpPost("settle")]
    [ProducesResponseType<SettleAnswer>(StatusCodes.Status200OK)]
    public Task<IActionResult> Settle([Form] SettleForm form, CancellationToken cancellation) => Answer(form.ToCommand(), cancellation);
}
