using Jpos.Api.Transport;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>Requires that a message's terminal matches the client certificate of its connection, where certificates are required. It runs after row 1 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> and before any lookup.</summary>
internal sealed class ClientCertificateFilter(PinnedCertificates certificates) : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        var terminal = context.ActionArguments.Values.OfType<TerminalForm>().Single().TerminalNo!;
        if (certificates.FaultOf(context.HttpContext.Connection.ClientCertificate, terminal) is { } fault)
        {
            context.Result = new TerminalDeclineResult(ResponseCode.TerminalRefused, fault);
        }
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
        // Required by the interface; there is nothing to do afterwards.
    }
}
