using Jpos.Application.TerminalProtocol.Messages;
using Microsoft.AspNetCore.Http.Features;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>The headers that sign a message, and an answer (protocol §9).</summary>
internal static class SignatureHeaders
{
    /// <summary>The MAC, hexadecimal.</summary>
    public const string Mac = "X-Jpos-Mac";

    /// <summary>When the message was made, Unix seconds.</summary>
    public const string Time = "X-Jpos-Time";

    /// <summary>How a request is signed; null if it is not. A header that comes twice is taken as one that is wrong.</summary>
    public static MessageSignature? Read(HttpContext http)
    {
        var mac = http.Request.Headers[Mac].ToString();
        return mac.Length == 0 ? null : new MessageSignature(mac, http.Request.Headers[Time].ToString(), PathOf(http), http.Features.GetRequiredFeature<RawBody>().Bytes);
    }

    /// <summary>The path as it was sent, before anything decoded it.</summary>
    private static string PathOf(HttpContext http) => http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];
}
