using Jpos.Application.Messages;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.Protocol;

/// <summary>What the terminal endpoints have in common: forms in, stored JSON out.</summary>
[ApiController]
[ServiceFilter<FormGuard>]
public abstract class ProtocolController(IMediator mediator) : ControllerBase
{
    protected async Task<IActionResult> Answer(TerminalMessage message, CancellationToken cancellation)
    {
        var reply = await mediator.Send(message with { Signature = SignatureHeaders.Read(HttpContext), Address = CallerAddress.Of(HttpContext.Connection) }, cancellation);
        return new Answered(reply.Answer, reply.Seal?.Sign(reply.Answer));
    }
}
