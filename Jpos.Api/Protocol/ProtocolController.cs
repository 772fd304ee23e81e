using Jpos.Application.Messages;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.Protocol;

/// <summary>What the terminal endpoints have in common: forms in, stored JSON out.</summary>
[ApiController]
[ServiceFilter<FormGuard>]
public abstract class ProtocolController(IMediator mediator) : ControllerBase
{
    /// <summary>The header that signs a message (protocol §9).</summary>
    private const string Mac = "X-Jpos-Mac";

    protected async Task<IActionResult> Answer(TerminalMessage message, CancellationToken cancellation)
    {
        var reply = await mediator.Send(message with { IsSigned = !string.IsNullOrEmpty(Request.Headers[Mac]) }, cancellation);
        return new Answered(reply.Answer);
    }
}
