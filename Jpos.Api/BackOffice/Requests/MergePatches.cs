using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>JSON merge patches (RFC 7396).</summary>
internal static class MergePatches
{
    /// <summary>Returns the body of a PUT that changes only the fields of the patch.</summary>
    /// <param name="view">The present state, as the API returns it. Its field names equal those of the input.</param>
    /// <param name="patch">The patch: null clears a field, an object is merged, a list is replaced.</param>
    /// <param name="options">The JSON options of the back office.</param>
    /// <exception cref="JsonException">The merged object is not a valid input; its path names the field.</exception>
    public static TInput Apply<TInput>(object view, JsonObject patch, JsonSerializerOptions options)
    {
        var shown = JsonSerializer.SerializeToNode(view, view.GetType(), options)!.AsObject();
        var input = new JsonObject();
        foreach (var field in options.GetTypeInfo(typeof(TInput)).Properties)
        {
            // Views show an absent text as empty.
            if (shown[field.Name] is { } value && field.AttributeProvider?.IsDefined(typeof(NotShownAttribute), inherit: true) is not true && !IsEmptyText(value))
            {
                input[field.Name] = value.DeepClone();
            }
        }

        Merge(input, patch);
        return input.Deserialize<TInput>(options)!;
    }

    /// <summary>Merges recursively. A cleared field stays as null, so that an unknown field name is still detected.</summary>
    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is JsonObject inner)
            {
                var nested = target[name] as JsonObject ?? [];
                Merge(nested, inner);
                target[name] = nested.Parent is null ? nested : nested.DeepClone();
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }

    private static bool IsEmptyText(JsonNode value) => value.GetValueKind() is JsonValueKind.String && value.GetValue<string>().Length == 0;
}
