namespace Jpos.Api.TerminalProtocol.Mobile;

/// <summary>Verification of mobiles.</summary>
[ApiVersion(1)]
[Route(Routes.Document + "mobile")]
[Route(Routes.Short + "mobile")]
public sealed class MobileController(IMediator mediator) : ProtocolController(mediator)
{
    /// <summary>发送验证码: sends a verify code.</summary>
    [HttpPost("sendVerifyCode")]
    [ProducesResponseType<SendVerifyCodeAnswer>(StatusCodes.Status200OK)]
    public Task<IActionResult> SendVerifyCode([Form] SendVerifyCodeForm form, CancellationToken cancellation) => Answer(form.ToCommand(), cancellation);
}
