using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Reads and writes days in JSON, such as <c>2026-11-30</c>.</summary>
internal sealed class DayConverter : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && Iso8601.TryParseDay(reader.GetString(), out var day) ? day : throw new JsonException("must be a day, such as 2026-11-30");

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) => writer.WriteStringValue(Iso8601.Of(value));
}
