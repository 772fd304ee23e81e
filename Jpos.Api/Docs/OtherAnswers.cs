using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Jpos.Api.Docs;

/// <summary>Adds the second answer with status 200 of an operation (<see cref="AnswersInsteadAttribute"/>).</summary>
internal sealed class OtherAnswers : IOpenApiOperationTransformer
{
    private static readonly string Placeholder = AnswersInsteadAttribute.Placeholder.ToString(CultureInfo.InvariantCulture);

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (operation.Responses is not { } responses || !responses.Remove(Placeholder, out var other))
        {
            return Task.CompletedTask;
        }

        var content = responses["200"].Content!;
        foreach (var (media, answer) in other.Content!)
        {
            if (content.TryGetValue(media, out var usual))
            {
                usual.Schema = new OpenApiSchema { OneOf = [usual.Schema!, answer.Schema!] };
                usual.Examples = new Dictionary<string, IOpenApiExample> { ["usual"] = new OpenApiExample { Value = usual.Example }, ["instead"] = new OpenApiExample { Value = answer.Example } };
                usual.Example = null;
            }
            else
            {
                content[media] = answer;
            }
        }

        return Task.CompletedTask;
    }
}
