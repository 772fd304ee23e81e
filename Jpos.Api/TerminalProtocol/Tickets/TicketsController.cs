using Jpos.Application.TerminalProtocol.Tickets;

namespace Jpos.Api.TerminalProtocol.Tickets;

/// <summary>Queries and consumption of tickets.</summary>
[ApiVersion(1)]
[Route(Routes.Document + "tickets")]
[Route(Routes.Short + "tickets")]
public sealed class TicketsController(IMediator mediator) : ProtocolController(mediator)
{
    /// <summary>券查询: returns a card's tickets of all types.</summary>
    [HttpPost]
    [ProducesResponseType<QueryTicketsAnswer>(StatusCodes.Status200OK)]
    public Task<IActionResult> Query([Form] QueryTicketsForm form, CancellationToken cancellation) => Answer(form.ToCommand(), cancellation);

    /// <summary>券消费: uses up tickets.</summary>
    [HttpPost("consume")]
    [ProducesResponseType<ConsumeTicketsAnswer>(StatusCodes.Status200OK)]
    public Task<IActionResult> Consume([Form] ConsumeTicketsForm form, CancellationToken cancellation) => Answer(form.ToCommand(), cancellation);

    /// <summary>券消费冲正: reverses a consumption of tickets.</summary>
    [HttpPost("consumeReversal")]
    [ProducesResponseType<ConsumeTicketsAnswer>(StatusCodes.Status200OK)]
    public Task<IActionResult> ReverseConsume([Form] ConsumeTicketsForm form, CancellationToken cancellation) =>
        Answer(new ReverseConsumeTickets(form.ToCommand()), cancellation);
}
