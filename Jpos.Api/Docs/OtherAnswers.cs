using System.Reflection;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Jpos.Api.Docs;

/// <summary>Adds what an operation answers instead (<see cref="AnswersInsteadAttribute"/>).</summary>
internal sealed class OtherAnswers : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (((ControllerActionDescriptor)context.Description.ActionDescriptor).MethodInfo.GetCustomAttribute<AnswersInsteadAttribute>() is not { } other)
        {
            return;
        }

        var document = context.Document!;
        var name = other.Type.Name;
        document.AddComponent<IOpenApiSchema>(name, await context.GetOrCreateSchemaAsync(other.Type, null, cancellationToken));
        var schema = new OpenApiSchemaReference(name, document);
        var content = operation.Responses![$"{StatusCodes.Status200OK}"].Content!;
        content[other.Media] = new OpenApiMediaType
        {
            Schema = content.TryGetValue(other.Media, out var usual) ? new OpenApiSchema { OneOf = [usual.Schema!, schema] } : schema,
        };
    }
}
