namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>The decline of a request that did not become a message.</summary>
internal sealed class TerminalDeclineResult(ResponseCode code, string detail) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) =>
        ProtocolErrors.Refuse(context.HttpContext, context.HttpContext.GetEndpoint(), StatusCodes.Status200OK, code, detail);
}
