using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Reads and writes instants in JSON, such as <c>2026-11-30T08:00:00Z</c>. An instant without an offset is UTC, whatever the machine's time zone.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Iso8601.TryParseInstant(reader.GetString(), out var utc) ? new DateTimeOffset(utc, TimeSpan.Zero) : throw new JsonException("must be an instant, such as 2026-11-30T08:00:00Z");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
