namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>The JSON of an answer, as it is: the stored bytes go out unchanged, whatever the request accepts.</summary>
/// <param name="answer">The bytes.</param>
/// <param name="mac">Their MAC; null if the answer is not signed.</param>
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
