using Jpos.Application.TerminalProtocol.Messages;
using Microsoft.AspNetCore.Http.Features;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>The headers that sign a message or an answer (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
internal static class SignatureHeaders
{
    /// <summary>The MAC, hexadecimal.</summary>
    public const string Mac = "X-Jpos-Mac";

    /// <summary>The time at which the message was made, in Unix seconds.</summary>
    public const string Time = "X-Jpos-Time";

    /// <summary>Returns the signature of a request; null if it has none. A repeated header counts as an invalid signature.</summary>
    public static MessageSignature? Read(HttpContext http)
    {
        var mac = http.Request.Headers[Mac].ToString();
        return mac.Length == 0 ? null : new MessageSignature(mac, http.Request.Headers[Time].ToString(), PathOf(http), http.Features.GetRequiredFeature<RawBody>().Bytes);
    }

    /// <summary>Returns the path as it was sent, before decoding.</summary>
    private static string PathOf(HttpContext http) => http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
}
