using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Reads ids and counts in JSON: digits, from 0 on.</summary>
internal sealed class WholeNumberConverter<T> : JsonConverter<T>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Number && NumberText.TryParseWhole(JsonNumberText.Of(reader), out var number) && number <= long.CreateSaturating(T.MaxValue)
            ? T.CreateChecked(number)
            : throw new JsonException("must be a whole number of at least 0, in digits");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(long.CreateChecked(value));
}
