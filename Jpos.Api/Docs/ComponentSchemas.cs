using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Jpos.Api.Docs;

/// <summary>Completes the schemas of requests and answers from the types and their comments.</summary>
internal sealed class ComponentSchemas(XmlTexts texts) : IOpenApiSchemaTransformer
{
    private readonly Dictionary<string, JsonTypeInfo> types = [];

    /// <summary>Returns the name of a schema, which is that of its type.</summary>
    /// <exception cref="InvalidOperationException">Another type has the same name.</exception>
    public string? NameOf(JsonTypeInfo type)
    {
        // A patch is described by the input that it patches.
        var name = type.Type == typeof(JsonObject) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        if (name is not null && !types.TryAdd(name, type) && Bare(types[name].Type) != Bare(type.Type))
        {
            throw new InvalidOperationException($"{type.Type} and {types[name].Type} have the same name; in the OpenAPI document they would be one.");
        }

        return name;
    }

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Bare(context.JsonTypeInfo.Type);
        if (type == typeof(decimal))
        {
            schema.Format = "decimal";
        }

        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Words(type).Select(word => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(word))];
        }

        return Task.CompletedTask;
    }

    /// <summary>Adds the descriptions and the required fields.</summary>
    public void Finish(IDictionary<string, IOpenApiSchema> components)
    {
        foreach (var (name, component) in components)
        {
            if (component is not OpenApiSchema schema || !types.TryGetValue(name, out var type))
            {
                continue;
            }

            var described = Bare(type.Type);
            schema.Description ??= described == typeof(Stream) ? "A file." : texts.Of(described);
            if (described.IsEnum)
            {
                schema.Description = string.Join(' ', Words(described).Select(word => (Word: word, Text: texts.Of(described.GetField(word)!))).Where(word => word.Text is not null)
                    .Select(word => $"`{JsonNamingPolicy.CamelCase.ConvertName(word.Word)}`: {word.Text}").Prepend(schema.Description));
                continue;
            }

            FinishFields(schema, type);
        }
    }

    /// <summary>Sets which fields are required. An answer has every field, possibly as null. A request may omit fields but must not add any.</summary>
    private void FinishFields(OpenApiSchema schema, JsonTypeInfo type)
    {
        var isSent = type.Type.Name.EndsWith("Input", StringComparison.Ordinal);
        schema.AdditionalPropertiesAllowed = !isSent;
        var fields = schema.Properties ?? new Dictionary<string, IOpenApiSchema>();
        foreach (var property in type.Properties.Where(property => fields.ContainsKey(property.Name)))
        {
            if (property.AttributeProvider is MemberInfo member && texts.Of(member) is { } text)
            {
                fields[property.Name].Description = text;
            }
        }

        foreach (var field in fields.Where(field => IsLeftOut(type.Type, field.Key)).Select(field => field.Value).OfType<OpenApiSchema>())
        {
            field.Type &= ~JsonSchemaType.Null;
        }

        schema.Required = isSent ? null : fields.Keys.Where(field => !IsLeftOut(type.Type, field)).ToHashSet();
    }

    /// <summary>Returns whether an answer omits a field: <c>detail</c> is omitted where it is empty.</summary>
    private static bool IsLeftOut(Type type, string field) => type.IsAssignableTo(typeof(TerminalAnswer)) && field == JsonNamingPolicy.CamelCase.ConvertName(nameof(TerminalAnswer.Detail));

    /// <summary>Returns the names of an enumeration, without the flag that stands for none.</summary>
    private static IEnumerable<string> Words(Type type) =>
        Enum.GetNames(type).Where(name => type.GetCustomAttribute<FlagsAttribute>() is null || Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture) != 0);

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
