using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Jpos.Tests.Hosting;

/// <summary>What came to a receiver.</summary>
/// <param name="Path">Where it came to.</param>
/// <param name="Id">The event's id.</param>
/// <param name="Seconds">When it was sent, Unix seconds.</param>
/// <param name="Signatures">All that it was signed with.</param>
/// <param name="Body">The event.</param>
/// <param name="Status">What it was answered.</param>
internal sealed record ReceivedEvent(string Path, string Id, string Seconds, IReadOnlyList<string> Signatures, string Body, HttpStatusCode Status)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    public string Type => Json.GetProperty("type").GetString()!;

    /// <summary>Whether it is signed with a secret: worked out here by the words of Standard Webhooks.</summary>
    public bool IsSignedWith(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        return Signatures.Contains("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Id}.{Seconds}.{Body}"))));
    }
}
