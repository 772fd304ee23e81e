namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>Writes the stored bytes of an answer unchanged, whatever the request accepts. A copy of a message must get identical bytes.</summary>
/// <param name="answer">The JSON of the answer.</param>
/// <param name="mac">The MAC of the bytes; null if the answer is not signed.</param>
internal sealed class TerminalAnswerResult(byte[] answer, byte[]? mac) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        if (mac is not null)
        {
            context.HttpContext.Response.Headers[SignatureHeaders.Mac] = Convert.ToHexString(mac);
        }

        return ProtocolErrors.Write(context.HttpContext, answer);
    }
}
