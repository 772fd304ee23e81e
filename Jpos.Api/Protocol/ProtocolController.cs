using Jpos.Api.Limits;
using Jpos.Api.Transport;
using Jpos.Application.Messages;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Jpos.Api.Protocol;

/// <summary>What the terminal endpoints have in common: forms in, stored JSON out.</summary>
[ApiController]
[EnableRateLimiting(FloodRegistration.PerAddress)]
[ServiceFilter<FormGuard>(Order = 1)]
[ServiceFilter<TerminalFloodGuard>(Order = 2)]
[ServiceFilter<CertificateGuard>]
public abstract class ProtocolController(IMediator mediator) : ControllerBase
{
    protected async Task<IActionResult> Answer(TerminalMessage message, CancellationToken cancellation)
    {
        var reply = await mediator.Send(message with { Signature = SignatureHeaders.Read(HttpContext), Address = CallerAddress.Of(HttpContext.Connection) }, cancellation);
        return new Answered(reply.Answer, reply.Seal?.Sign(reply.Answer));
    }
}
