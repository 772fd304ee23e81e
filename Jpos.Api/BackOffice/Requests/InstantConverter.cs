using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Instants in JSON, <c>2026-11-30T08:00:00Z</c>. Without an offset they are UTC, whatever the machine's time zone is.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Iso8601.TryParseInstant(reader.GetString(), out var utc) ? new DateTimeOffset(utc, TimeSpan.Zero) : throw new JsonException("must be an instant, such as 2026-11-30T08:00:00Z");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
