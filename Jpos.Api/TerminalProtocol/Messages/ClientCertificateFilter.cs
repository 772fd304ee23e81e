using Jpos.Api.Transport;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>Where client certificates are required, a message is one of its connection's certificate: after row 1 of protocol §2, and before anything is looked up.</summary>
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
        // What was answered is answered.
    }
}
