using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>
/// The fields of a form that an endpoint knows, each with its bytes. Unknown fields are skipped without decoding, so that thousands of them cost little (<see href="docs/protocol.md#1-transport">protocol §1</see>).
/// </summary>
internal static class FormFields
{
    /// <summary>Finds the known fields of a URL-encoded form.</summary>
    public static List<(string Name, byte[] Value)> OfUrlEncoded(byte[] body, HashSet<string> known)
    {
        var found = new List<(string, byte[])>();
        var bySpan = known.GetAlternateLookup<ReadOnlySpan<char>>();
        var text = Encoding.Latin1.GetString(body).AsSpan();
        foreach (var range in text.Split('&'))
        {
            var field = text[range];
            var equals = field.IndexOf('=');
            if (equals <= 0)
            {
                continue;
            }

            var sent = field[..equals].Trim();
            var isKnown = sent.ContainsAny('%', '+') ? known.TryGetValue(WebUtility.UrlDecode(sent.ToString()).Trim(), out var name) : bySpan.TryGetValue(sent, out name);
            if (isKnown)
            {
                var value = Encoding.Latin1.GetBytes(field[(equals + 1)..].ToString());
                found.Add((name!, WebUtility.UrlDecodeToBytes(value, 0, value.Length)));
            }
        }

        return found;
    }

    /// <summary>Finds the known fields of a multipart form.</summary>
    /// <exception cref="InvalidDataException">The body is not a valid multipart form.</exception>
    /// <exception cref="IOException">The form ends too early.</exception>
    public static async Task<List<(string Name, byte[] Value)>> OfMultipart(byte[] body, string boundary, HashSet<string> known, CancellationToken cancellation)
    {
        var found = new List<(string, byte[])>();
        using var stream = new MemoryStream(body, writable: false);
        var reader = new MultipartReader(boundary, stream);
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            {
                throw new InvalidDataException("A part of the form has no name.");
            }

            if (known.TryGetValue(HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), out var name))
            {
                using var value = new MemoryStream();
                await section.Body.CopyToAsync(value, cancellation);
                found.Add((name, value.ToArray()));
            }
        }

        return found;
    }
}
