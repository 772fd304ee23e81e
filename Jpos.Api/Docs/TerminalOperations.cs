using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Jpos.Api.Docs;

/// <summary>Describes what all terminal messages have in common: a form in, JSON with a response code out, status 200 for every outcome, and no HTTP authentication.</summary>
internal sealed class TerminalOperations(XmlTexts texts, Examples examples) : IOpenApiOperationTransformer
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Distinguishes the listed form of an address from the other form.</summary>
    private const string Listed = "/jpos/";

    /// <summary>Returns whether the document lists an address. The short forms of terminal addresses are not listed (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
    public static bool IsListed(ControllerActionDescriptor action) => action.IsOfBackOffice() || action.AttributeRouteInfo!.Template!.Contains(Listed, StringComparison.Ordinal);

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var action = (ControllerActionDescriptor)context.Description.ActionDescriptor;
        if (action.IsOfBackOffice())
        {
            return Task.CompletedTask;
        }

        var form = action.Parameters.Select(parameter => parameter.ParameterType).Single(typeof(TerminalForm).IsAssignableFrom);
        operation.Description += $" Also at `/{context.Description.RelativePath!.Replace(Listed, "/", StringComparison.Ordinal)}`.";
        operation.Security = [new OpenApiSecurityRequirement()];
        operation.Parameters = [new OpenApiParameterReference(DocumentFrame.MessageMac, context.Document), new OpenApiParameterReference(DocumentFrame.MessageTime, context.Document)];
        context.Document!.AddComponent<IOpenApiSchema>(form.Name, Fields(form));
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { [Form] = new() { Schema = new OpenApiSchemaReference(form.Name, context.Document), Example = examples.Of(form) } },
        };
        var answer = (OpenApiResponse)operation.Responses!["200"];
        answer.Description = "The outcome in `status`: `00` for success, or a response code that tells the reason of the refusal.";
        answer.Headers = new Dictionary<string, IOpenApiHeader> { [SignatureHeaders.Mac] = new OpenApiHeaderReference(DocumentFrame.AnswerMac, context.Document) };
        var shape = context.Description.SupportedResponseTypes.Single(type => type.StatusCode == StatusCodes.Status200OK).Type!;
        operation.Responses["413"] = new OpenApiResponse
        {
            Description = "The body is larger than 16 KiB: code 30.",
            Content = new Dictionary<string, OpenApiMediaType> { [OperationTexts.Json] = new() { Schema = answer.Content![OperationTexts.Json].Schema, Example = JsonSerializer.SerializeToNode(TerminalExamples.Refused(shape), shape, AnswerWriter.Json) } },
        };
        return Task.CompletedTask;
    }

    private OpenApiSchema Fields(Type form)
    {
        var fields = form.GetProperties().OrderBy(property => Depth(property.DeclaringType!)).ToDictionary(
            property => JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            IOpenApiSchema (property) => new OpenApiSchema { Type = JsonSchemaType.String, Description = texts.Of(property) ?? texts.Of(property.PropertyType) });
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = texts.Of(form),
            Properties = fields,
            Required = form.GetProperties().Where(property => property.GetCustomAttribute<RequiredAttribute>() is not null)
                .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order(StringComparer.Ordinal).ToHashSet(),
        };
    }

    /// <summary>Sorts the fields that all messages have first.</summary>
    private static int Depth(Type type) => type.BaseType is { } parent ? Depth(parent) + 1 : 0;
}
