using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Reads amounts and factors in JSON: digits with an optional fraction. Exponents, which JSON allows, are refused.</summary>
internal sealed class DecimalConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Number && NumberText.TryParseDecimal(JsonNumberText.Of(reader), maySign: true, out var number)
            ? number
            : throw new JsonException("must be a number, such as 12.5, without an exponent");

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
