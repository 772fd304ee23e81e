using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Jpos.Api.Docs;

/// <summary>Adds the names and descriptions of operations and their parameters, from the code and its comments.</summary>
internal sealed class OperationTexts(XmlTexts texts, Examples examples) : IOpenApiOperationTransformer
{
    public const string Json = "application/json";

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var action = (ControllerActionDescriptor)context.Description.ActionDescriptor;
        operation.OperationId = OperationNames.Id(action);
        operation.Tags = new HashSet<OpenApiTagReference> { new(OperationNames.Tag(action), context.Document) };
        (operation.Summary, operation.Description) = Split(OperationNames.WithThing(action, texts.Of(action.ControllerTypeInfo.AsType(), action.MethodInfo) ?? ""));
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            var source = context.Description.ParameterDescriptions.First(described => described.Name == parameter.Name);
            parameter.Description ??= Text(action, source);
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        }

        if (operation.RequestBody is OpenApiRequestBody { Content: { } sent } body)
        {
            KeepJson(sent, context.Description.ParameterDescriptions.FirstOrDefault(parameter => parameter.Source.Id == "Body")?.Type);
            body.Required = true;
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is OpenApiResponse { Content: { } answered })
            {
                KeepJson(answered, context.Description.SupportedResponseTypes.FirstOrDefault(type => $"{type.StatusCode}" == status)?.Type);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Splits a text: the first sentence is the summary, the whole text is the description.</summary>
    private static (string Summary, string? Description) Split(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? (text.TrimEnd('.'), text) : (text[..end], text);
    }

    private string? Text(ControllerActionDescriptor action, ApiParameterDescription parameter)
    {
        if (parameter.ModelMetadata is { ContainerType: { } container, PropertyName: { } property })
        {
            return texts.Of(container.GetProperty(property)!);
        }

        return texts.Of(action.MethodInfo, parameter.Name) ?? OperationNames.OfThing(action, parameter.Name);
    }

    /// <summary>Removes the other media types that MVC lists, such as variants of JSON and plain text.</summary>
    private void KeepJson(IDictionary<string, OpenApiMediaType> content, Type? type)
    {
        if (!content.TryGetValue(Json, out var json))
        {
            return;
        }

        content.Clear();
        content[Json] = json;
        json.Example = type is null ? null : examples.Of(type);
    }
}
