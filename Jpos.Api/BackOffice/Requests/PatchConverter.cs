using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Reads a merge patch eagerly and as strictly as any other body. The framework's reader is lazy: duplicate names or invalid Unicode would fail later, without a field name in the error.</summary>
internal sealed class PatchConverter : JsonConverter<JsonObject>
{
    public override JsonObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadObject(ref reader, "$");

    public override void Write(Utf8JsonWriter writer, JsonObject value, JsonSerializerOptions options) => value.WriteTo(writer);

    private static JsonObject ReadObject(ref Utf8JsonReader reader, string path)
    {
        if (reader.TokenType is not JsonTokenType.StartObject)
        {
            throw new JsonException("must be a JSON object", path, null, null);
        }

        var read = new JsonObject();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = Text(ref reader, path);
            var at = $"{path}.{name}";
            reader.Read();
            if (!read.TryAdd(name, ReadValue(ref reader, at)))
            {
                throw new JsonException("must be sent once", at, null, null);
            }
        }

        return read;
    }

    private static JsonNode? ReadValue(ref Utf8JsonReader reader, string path)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, path);
            case JsonTokenType.StartArray:
                var list = new JsonArray();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                {
                    list.Add(ReadValue(ref reader, path));
                }

                return list;
            case JsonTokenType.String:
                return JsonValue.Create(Text(ref reader, path));
            case JsonTokenType.Null:
                return null;
            default:
                return JsonValue.Create(JsonElement.ParseValue(ref reader));
        }
    }

    private static string Text(ref Utf8JsonReader reader, string path)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("must be Unicode text", path, null, null);
        }
    }
}
