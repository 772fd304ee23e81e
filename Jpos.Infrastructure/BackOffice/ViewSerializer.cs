using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jpos.Application.BackOffice.Requests;

namespace Jpos.Infrastructure.BackOffice;

/// <summary>Serializes views to JSON and computes ETags from a prefix of their SHA-256.</summary>
internal sealed class ViewSerializer : IViewSerializer
{
    private const int TagBytes = 12;

    // The JSON is not embedded in HTML without encoding, so the relaxed encoder is safe.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public string Serialize(object view) => JsonSerializer.Serialize(view, view.GetType(), Options);

    public string ETagOf(object view) => Convert.ToHexStringLower(SHA256.HashData(Bytes(view)).AsSpan(0, TagBytes));

    /// <summary>Computes the digest of a command. Two commands with the same digest request the same change.</summary>
    public static byte[] Digest(object command) => SHA256.HashData([.. JsonSerializer.SerializeToUtf8Bytes(RequestName.Of(command)), .. Bytes(command)]);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    private static byte[] Bytes(object view) => JsonSerializer.SerializeToUtf8Bytes(view, view.GetType(), Options);
}
