using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Jpos.Api.Docs;

/// <summary>Examples of requests and answers as JSON. They are objects of the real types, so that they always match the schemas.</summary>
internal sealed class Examples(IOptions<JsonOptions> json)
{
    /// <summary>Returns the example of a type; null if there is none.</summary>
    public JsonNode? Of(Type type)
    {
        if (type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(PageAnswer<>))
        {
            return Of(type.GetGenericArguments()[0]) is { } item ? new JsonObject { ["items"] = new JsonArray(item), ["next"] = null } : null;
        }

        if (TerminalExamples.Forms.TryGetValue(type, out var fields))
        {
            return new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Value)));
        }

        return TerminalExamples.Answers.TryGetValue(type, out var answer) ? JsonSerializer.SerializeToNode(answer, type, AnswerWriter.Json)
            : BackOfficeExamples.All.TryGetValue(type, out var example) ? JsonSerializer.SerializeToNode(example, type, json.Value.JsonSerializerOptions)
            : null;
    }
}
