using System.Text.Json;
using System.Text.Json.Nodes;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>JSON merge patches (RFC 7396).</summary>
internal static class MergePatches
{
    /// <summary>Returns what a PUT would have to say so that only the patch's fields change.</summary>
    /// <param name="view">What is there, as it is answered: its fields have the names of the input's.</param>
    /// <param name="patch">The patch: null clears a field, an object is merged, a list is replaced.</param>
    /// <param name="options">How the back office reads and writes JSON.</param>
    /// <exception cref="JsonException">The outcome is no such input; its path says where.</exception>
    public static TInput Apply<TInput>(object view, JsonObject patch, JsonSerializerOptions options)
    {
        var shown = JsonSerializer.SerializeToNode(view, view.GetType(), options)!.AsObject();
        var input = new JsonObject();
        foreach (var field in options.GetTypeInfo(typeof(TInput)).Properties)
        {
            // An empty text stands for none.
            if (shown[field.Name] is { } value && field.AttributeProvider?.IsDefined(typeof(NotShownAttribute), inherit: true) is not true && !IsEmptyText(value))
            {
                input[field.Name] = value.DeepClone();
            }
        }

        Merge(input, patch);
        return input.Deserialize<TInput>(options)!;
    }

    /// <summary>A field that is cleared stays as null, so that a name that does not exist is still found.</summary>
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
