using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Jpos.Domain.TextForms;

namespace Jpos.Api.BackOffice.Reading;

/// <summary>Amounts and factors in JSON: digits, and a fraction if there is one. JSON itself would allow exponents too.</summary>
internal sealed class DecimalConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Number && Numerals.TryParseDecimal(Text(reader), maySign: true, out var number) ? number : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    private static string Text(Utf8JsonReader reader) => Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
}
