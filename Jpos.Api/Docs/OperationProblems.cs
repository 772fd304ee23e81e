using System.Text.Json.Nodes;
using Jpos.Api.BackOffice.Exports;
using Jpos.Api.BackOffice.Imports;
using Jpos.Api.Problems;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.OpenApi;

namespace Jpos.Api.Docs;

/// <summary>Determines the problem types that an operation can answer, and describes them as responses.</summary>
internal static class OperationProblems
{
    /// <summary>The name of the schema of a problem.</summary>
    public const string Schema = "Problem";

    /// <summary>Returns a response for each status, with all types of that status that can occur. Operations with the same types share a component.</summary>
    public static IEnumerable<(int Status, IOpenApiResponse Response)> Responses(ApiDescription operation, bool hasBody, OpenApiDocument document)
    {
        foreach (var status in Types(operation, hasBody).Distinct().GroupBy(type => type.Status).OrderBy(status => status.Key))
        {
            var types = status.ToList();
            var name = string.Join("Or", types.Select(type => Identifier(type.Name)));
            document.AddComponent<IOpenApiResponse>(name, Response(types, document));
            yield return (status.Key, new OpenApiResponseReference(name, document));
        }
    }

    private static IEnumerable<ProblemType> Types(ApiDescription operation, bool hasBody)
    {
        var method = operation.HttpMethod!;
        var action = (ControllerActionDescriptor)operation.ActionDescriptor;
        var changes = !HttpMethods.IsGet(method);
        var creates = HttpMethods.IsPost(method);
        (ProblemType Type, bool Occurs)[] problems =
        [
            (ProblemTypes.InvalidFields, true),
            (ProblemTypes.MalformedBody, hasBody),
            (ProblemTypes.InvalidHeader, changes),
            (ProblemTypes.InvalidFile, action.EndpointMetadata.OfType<CsvBodyAttribute>().Any()),
            (ProblemTypes.Unauthenticated, true),
            (ProblemTypes.PermissionDenied, true),
            (ProblemTypes.NetworkWide, action.EndpointMetadata.OfType<NetworkWideAttribute>().Any()),
            (ProblemTypes.NotFound, operation.RelativePath!.Contains('{', StringComparison.Ordinal)),
            (ProblemTypes.UnknownPath, action.AttributeRouteInfo!.Template!.Contains(":long}", StringComparison.Ordinal)),
            (ProblemTypes.RequestTimeout, hasBody),
            (ProblemTypes.Conflict, changes),
            (ProblemTypes.StateChanged, changes && !creates),
            (ProblemTypes.BodyTooLarge, hasBody),
            (ProblemTypes.UnsupportedMediaType, hasBody),
            (ProblemTypes.IdempotencyKeyReused, creates),
            (ProblemTypes.WorkbookTooLarge, operation.SupportedResponseTypes.Any(answer => answer.ApiResponseFormats.Any(format => format.MediaType == ExportsController.Workbook))),
            (ProblemTypes.IfMatchMissing, changes && !creates),
            (ProblemTypes.RateLimitExceeded, true),
            (ProblemTypes.TooManyWrongKeys, true),
            (ProblemTypes.TooManyFiles, action.EndpointMetadata.OfType<BulkAttribute>().Any()),
            (ProblemTypes.HostFailure, true),
            (ProblemTypes.CommitOutcomeUnknown, changes),
        ];
        return problems.Where(problem => problem.Occurs).Select(problem => problem.Type)
            .Concat(action.EndpointMetadata.OfType<CanFailAttribute>().SelectMany(attribute => attribute.Failures).Select(ProblemTypes.Of));
    }

    private static OpenApiResponse Response(List<ProblemType> types, OpenApiDocument document) => new()
    {
        Description = string.Join("\n", types.Select(type => $"- [`{type.Uri}`]({type.Uri}): {type.Meaning}")),
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new()
            {
                Schema = new OpenApiSchemaReference(Schema, document),
                Examples = types.ToDictionary(type => type.Name, IOpenApiExample (type) => new OpenApiExample { Summary = type.Title, Value = Example(type) }),
            },
        },
    };

    private static JsonObject Example(ProblemType type)
    {
        var problem = new JsonObject
        {
            ["type"] = type.Uri,
            ["title"] = type.Title,
            ["status"] = type.Status,
            ["detail"] = type.Meaning,
            ["traceId"] = "0HNH7QLOT8K1C:00000001",
        };
        if (type == ProblemTypes.InvalidFields)
        {
            problem["errors"] = new JsonObject { ["name"] = new JsonArray(FieldErrorText.Missing("name")) };
        }

        return problem;
    }

    /// <summary>Returns the name of a type as an identifier: <c>NotFound</c> for <c>not-found</c>.</summary>
    private static string Identifier(string name) => string.Concat(name.Split('-').Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}"));
}
