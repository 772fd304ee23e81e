using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace Jpos.Api.BackOffice.Reading;

/// <summary>JSON is UTF-8, however its label spells that. The framework knows one spelling only, so the label is taken off; another charset is refused (415).</summary>
internal sealed class JsonCharsetGuard : IResourceFilter
{
    private const string Json = "application/json";

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || !type.Charset.HasValue)
        {
            return;
        }

        var charset = HeaderUtilities.RemoveQuotes(type.Charset).ToString();
        if (charset.ToUpperInvariant() is "UTF-8" or "UTF8")
        {
            request.ContentType = Json;
        }
        else
        {
            context.Result = Problems.Result(context.HttpContext, StatusCodes.Status415UnsupportedMediaType, $"The body must be {Json} in UTF-8.");
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
        // Nothing is left to do.
    }
}
