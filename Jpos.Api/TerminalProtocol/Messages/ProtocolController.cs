using Jpos.Api.Limits;
using Jpos.Api.Transport;
using Jpos.Application.TerminalProtocol.Messages;
using Microsoft.AspNetCore.RateLimiting;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>Base of the terminal controllers: forms in, stored JSON answers out.</summary>
[ApiController]
[EnableRateLimiting(RateLimitPolicies.PerAddress)]
[ServiceFilter<FormFilter>(Order = 1)]
[ServiceFilter<TerminalRateLimitFilter>(Order = 2)]
[ServiceFilter<ClientCertificateFilter>]
public abstract class ProtocolController(IMediator mediator) : ControllerBase
{
    protected async Task<IActionResult> Answer(TerminalMessage message, CancellationToken cancellation)
    {
        var reply = await mediator.Send(message with { Signature = SignatureHeaders.Read(HttpContext), Address = CallerAddress.Of(HttpContext.Connection) }, cancellation);
        return new TerminalAnswerResult(reply.Answer, reply.Mac?.Sign(reply.Answer));
    }
}
