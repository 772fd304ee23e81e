namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>The bytes of a request's body, which the MAC covers (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
internal sealed record RawBody(byte[] Bytes)
{
    /// <summary>Reads the body, whose length is limited, and rewinds it for later readers.</summary>
    public static async Task<byte[]> Read(HttpContext http)
    {
        using var copy = new MemoryStream();
        await http.Request.Body.CopyToAsync(copy, http.RequestAborted);
        var bytes = copy.ToArray();
        http.Request.Body = new MemoryStream(bytes, writable: false);
        http.Features.Set(new RawBody(bytes));
        return bytes;
    }
}
