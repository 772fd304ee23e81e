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
    private const string Input = "Input";

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

    /// <summary>Adds the descriptions, the required fields and the schemas of patches.</summary>
    /// <param name="components">The schemas of the document.</param>
    /// <param name="patched">The inputs that a merge patch changes.</param>
    public void Finish(IDictionary<string, IOpenApiSchema> components, IEnumerable<Type> patched)
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

        foreach (var input in patched)
        {
            AddPatch(components, input.Name);
        }
    }

    /// <summary>Returns the name of the schema of a merge patch.</summary>
    /// <param name="input">The name of the input that the patch changes.</param>
    public static string PatchOf(string input) => input[..^Input.Length] + "Patch";

    /// <summary>Adds a schema with the fields of an input, none of them required.</summary>
    private static void AddPatch(IDictionary<string, IOpenApiSchema> components, string input)
    {
        var whole = (OpenApiSchema)components[input];
        var fields = new Dictionary<string, IOpenApiSchema>();
        foreach (var (name, field) in whole.Properties!)
        {
            fields[name] = field;
            if (field is OpenApiSchemaReference { Reference: { Id: { } part, HostDocument: var document } } && part.EndsWith(Input, StringComparison.Ordinal))
            {
                AddPatch(components, part);
                fields[name] = new OpenApiSchemaReference(PatchOf(part), document) { Description = field.Description };
            }
        }

        components[PatchOf(input)] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = $"A merge patch. It has fields of `{input}`, none of which is required.",
            Properties = fields,
            AdditionalPropertiesAllowed = false,
        };
    }

    /// <summary>Sets which fields are required. An answer has every field, possibly as null. A request must have the fields that are marked <see cref="MandatoryAttribute"/>, may omit the others, and must not add any.</summary>
    private void FinishFields(OpenApiSchema schema, JsonTypeInfo type)
    {
        var isSent = type.Type.Name.EndsWith(Input, StringComparison.Ordinal);
        schema.AdditionalPropertiesAllowed = !isSent;
        var fields = schema.Properties ?? new Dictionary<string, IOpenApiSchema>();
        var required = new HashSet<string>();
        foreach (var property in type.Properties.Where(property => fields.ContainsKey(property.Name)))
        {
            var isRequired = isSent ? property.AttributeProvider?.IsDefined(typeof(MandatoryAttribute), inherit: true) is true : !IsLeftOut(type.Type, property.Name);
            if (isRequired)
            {
                required.Add(property.Name);
            }

            // A request must not send a mandatory field as null. An answer that omits a field instead of null never has null in it.
            if (isSent == isRequired)
            {
                fields[property.Name] = WithoutNull(fields[property.Name]);
            }

            if (isSent && fields[property.Name] is OpenApiSchema { Items: { } items } list)
            {
                list.Items = WithoutNull(items);
            }

            if (property.AttributeProvider is MemberInfo member && texts.Of(member) is { } text)
            {
                fields[property.Name].Description = text;
            }
        }

        schema.Required = required.Count > 0 ? required : null;
    }

    /// <summary>Returns a schema of the same values, but not of null.</summary>
    private static IOpenApiSchema WithoutNull(IOpenApiSchema schema)
    {
        if (schema is not OpenApiSchema own)
        {
            return schema;
        }

        if (own.OneOf is { Count: > 0 } choices)
        {
            return choices.Single(choice => choice.Type is not JsonSchemaType.Null);
        }

        own.Type &= ~JsonSchemaType.Null;
        return own;
    }

    /// <summary>Returns whether an answer omits a field: <c>detail</c> is omitted where it is empty.</summary>
    private static bool IsLeftOut(Type type, string field) => type.IsAssignableTo(typeof(TerminalAnswer)) && field == JsonNamingPolicy.CamelCase.ConvertName(nameof(TerminalAnswer.Detail));

    /// <summary>Returns the names of an enumeration, without the flag that stands for none.</summary>
    private static IEnumerable<string> Words(Type type) =>
        Enum.GetNames(type).Where(name => type.GetCustomAttribute<FlagsAttribute>() is null || Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture) != 0);

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
