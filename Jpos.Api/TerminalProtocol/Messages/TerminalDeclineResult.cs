namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>A request that became no message.</summary>
internal sealed class TerminalDeclineResult(ResponseCode code, string detail) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) =>
        ProtocolErrors.Refuse(context.HttpContext, context.HttpContext.GetEndpoint(), StatusCodes.Status200OK, code, detail);
}
