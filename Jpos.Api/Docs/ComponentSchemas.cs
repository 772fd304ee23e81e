using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Jpos.Api.Docs;

/// <summary>The schemas of what is sent and answered: what the framework does not see by itself, from the types and their comments.</summary>
internal sealed class ComponentSchemas(XmlTexts texts) : IOpenApiSchemaTransformer
{
    private readonly Dictionary<string, JsonTypeInfo> types = [];

    /// <summary>A schema is called after its type.</summary>
    /// <exception cref="InvalidOperationException">Another type has the same name.</exception>
    public string? NameOf(JsonTypeInfo type)
    {
        // A patch is described by what it patches.
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

    /// <summary>Texts, and which fields are always there.</summary>
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

    /// <summary>Of what the host answers every field is there, if only as null; of what it is sent any may be left out, and none may be added.</summary>
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

    /// <summary>A terminal is told nothing by <c>detail</c> where there is nothing to tell.</summary>
    private static bool IsLeftOut(Type type, string field) => type.IsAssignableTo(typeof(TerminalAnswer)) && field == JsonNamingPolicy.CamelCase.ConvertName(nameof(TerminalAnswer.Detail));

    /// <summary>Of flags the one that stands for none is never said.</summary>
    private static IEnumerable<string> Words(Type type) =>
        Enum.GetNames(type).Where(name => type.GetCustomAttribute<FlagsAttribute>() is null || Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture) != 0);

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
