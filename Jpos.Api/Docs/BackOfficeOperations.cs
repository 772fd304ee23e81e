using System.Text.Json.Nodes;
using Jpos.Api.BackOffice.Exports;
using Jpos.Api.BackOffice.Imports;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Jpos.Api.Docs;

/// <summary>Describes what all back-office operations have in common: headers, problem answers and authentication.</summary>
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
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentFrame.Bearer, document)] = [] }];
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
                Content = new Dictionary<string, OpenApiMediaType> { ["text/csv"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "CSV, UTF-8." } } },
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
        }

        var hasQuery = operation.Parameters?.Any(parameter => parameter.In is ParameterLocation.Query) is true;
        var mayBeWorkbook = operation.Responses.Values.Any(response => response.Content?.ContainsKey(ExportsController.Workbook) is true);
        foreach (var status in Problems(method, context.Description.RelativePath!.Contains('{', StringComparison.Ordinal), hasQuery, operation.RequestBody is not null, mayBeWorkbook))
        {
            operation.Responses.TryAdd($"{status}", new OpenApiResponseReference(DocumentFrame.ProblemName(status), document));
        }

        return Task.CompletedTask;
    }

    /// <summary>Describes a patch by the fields of the PUT at the same address, all of them optional.</summary>
    private OpenApiRequestBody Patch(Type input, OpenApiDocument document)
    {
        var media = new OpenApiMediaType { Schema = new OpenApiSchemaReference(input.Name, document), Example = Part(examples.Of(input)) };
        return new OpenApiRequestBody
        {
            Required = true,
            Description = "A JSON merge patch (RFC 7396): a field that is not named stays as it is, `null` gives it its default, a list is replaced as a whole.",
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

    private static IEnumerable<int> Problems(string method, bool isOfOne, bool hasQuery, bool hasBody, bool mayBeWorkbook)
    {
        var changes = !HttpMethods.IsGet(method);
        (int Status, bool Occurs)[] problems =
        [
            (StatusCodes.Status400BadRequest, changes || hasQuery),
            (StatusCodes.Status401Unauthorized, true),
            (StatusCodes.Status403Forbidden, true),
            (StatusCodes.Status404NotFound, isOfOne),
            (StatusCodes.Status409Conflict, changes),
            (StatusCodes.Status412PreconditionFailed, changes && !HttpMethods.IsPost(method)),
            (StatusCodes.Status413PayloadTooLarge, hasBody),
            (StatusCodes.Status415UnsupportedMediaType, hasBody),
            (StatusCodes.Status422UnprocessableEntity, HttpMethods.IsPost(method) || mayBeWorkbook),
            (StatusCodes.Status428PreconditionRequired, changes && !HttpMethods.IsPost(method)),
            (StatusCodes.Status429TooManyRequests, true),
            (StatusCodes.Status500InternalServerError, true),
            (StatusCodes.Status503ServiceUnavailable, changes),
        ];
        return problems.Where(problem => problem.Occurs).Select(problem => problem.Status);
    }
}
