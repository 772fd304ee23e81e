namespace Jpos.Api.TerminalProtocol.Terminals;

/// <summary>Check-in of terminals.</summary>
[ApiVersion(1)]
[Route(Routes.Document + "terminal")]
[Route(Routes.Short + "terminal")]
public sealed class TerminalController(IMediator mediator) : ProtocolController(mediator)
{
    /// <summary>签到: opens the terminal's session.</summary>
    [HttpPost("checkin")]
    [ProducesResponseType<CheckInAnswer>(StatusCodes.Status200OK)]
    public Task<IActionResult> CheckIn([Form] CheckInForm form, CancellationToken cancellation) => Answer(form.ToCommand(), cancellation);
}
