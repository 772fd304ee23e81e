using System.Text.Json.Nodes;
using Jpos.Api.BackOffice.Imports;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Jpos.Api.Docs;

/// <summary>Describes what all back-office operations have in common: headers, problem answers, authentication and permissions.</summary>
internal sealed class BackOfficeOperations(Examples examples) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var action = (ControllerActionDescriptor)context.Description.ActionDescriptor;
        if (!action.IsOfBackOffice())
        {
            return Task.CompletedTask;
        }

        var document = context.Document!;
        var method = context.Description.HttpMethod!;
        var permission = context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiresAttribute>().Single().Right;
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentFrame.Bearer, document)] = [EnumNames.Of(permission)] }];
        operation.Description += $"\n\nPermission: `{EnumNames.Of(permission)}`. Roles with it: {string.Join(", ", Enum.GetValues<Role>().Where(role => role.Has(permission)).Select(role => $"`{EnumNames.Of(role)}`"))}."
            + (action.EndpointMetadata.OfType<NetworkWideAttribute>().Any() ? " Keys and tokens that are limited to specific stores are refused." : "");
        if (Precondition(method) is { } header)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameterReference(header, document));
        }

        if (action.MethodInfo.IsDefined(typeof(CsvBodyAttribute), inherit: false))
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Description = "Lines of a file, the first one with the names of its columns.",
                Content = new Dictionary<string, OpenApiMediaType> { [CsvResult.Csv] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "CSV, UTF-8." }, Example = CsvExamples.All[operation.OperationId!] } },
            };
        }

        if (action.Parameters.OfType<ControllerParameterDescriptor>().Any(parameter => parameter.ParameterInfo.IsDefined(typeof(MergePatchAttribute), inherit: false)))
        {
            operation.RequestBody = Patch(MergePatchAttribute.InputOf(action.ControllerTypeInfo), document);
        }

        operation.Responses ??= [];
        foreach (var response in operation.Responses.Values.OfType<OpenApiResponse>())
        {
            response.Headers = Headers(context, response, document);
            if (response.Content?.TryGetValue(CsvResult.Csv, out var file) is true)
            {
                file.Example = CsvExamples.All[operation.OperationId!];
            }
        }

        foreach (var (status, response) in OperationProblems.Responses(context.Description, operation.RequestBody is not null, document))
        {
            operation.Responses.TryAdd($"{status}", response);
        }

        return Task.CompletedTask;
    }

    /// <summary>Describes a patch by the fields of the PUT at the same address.</summary>
    private OpenApiRequestBody Patch(Type input, OpenApiDocument document)
    {
        var media = new OpenApiMediaType { Schema = new OpenApiSchemaReference(ComponentSchemas.PatchOf(input.Name), document), Example = Part(examples.Of(input)) };
        return new OpenApiRequestBody
        {
            Required = true,
            Description = "A JSON merge patch (RFC 7396): a field that is not named stays as it is, a list is replaced as a whole. `null` resets a field to its default; the fields that a PUT requires have none and refuse `null`.",
            Content = new Dictionary<string, OpenApiMediaType> { [JsonBodyFilter.MergePatch] = media, [JsonBodyFilter.Json] = media },
        };
    }

    /// <summary>Returns an example with one changed field, because a patch with all fields would equal a PUT.</summary>
    private static JsonObject? Part(JsonNode? whole) =>
        whole?.AsObject().FirstOrDefault(field => field.Value is not null) is { Key: { } name, Value: { } value } ? new JsonObject([KeyValuePair.Create(name, (JsonNode?)value.DeepClone())]) : null;

    private static string? Precondition(string method) =>
        HttpMethods.IsPost(method) ? DocumentFrame.IdempotencyKey
        : HttpMethods.IsPut(method) || HttpMethods.IsPatch(method) || HttpMethods.IsDelete(method) ? DocumentFrame.IfMatch
        : null;

    private static Dictionary<string, IOpenApiHeader>? Headers(OpenApiOperationTransformerContext context, OpenApiResponse response, OpenApiDocument document)
    {
        var answered = context.Description.SupportedResponseTypes.FirstOrDefault(type => type.StatusCode is StatusCodes.Status200OK or StatusCodes.Status201Created);
        if (answered is null || response.Content?.ContainsKey(OperationTexts.Json) is not true)
        {
            return null;
        }

        if (answered.Type is { IsConstructedGenericType: true } page && page.GetGenericTypeDefinition() == typeof(PageAnswer<>))
        {
            return new() { ["Link"] = new OpenApiHeaderReference(DocumentFrame.Link, document) };
        }

        var headers = new Dictionary<string, IOpenApiHeader> { ["ETag"] = new OpenApiHeaderReference(DocumentFrame.EntityTag, document) };
        if (answered.StatusCode is StatusCodes.Status201Created)
        {
            headers["Location"] = new OpenApiHeaderReference(DocumentFrame.Location, document);
        }

        return headers;
    }
}
