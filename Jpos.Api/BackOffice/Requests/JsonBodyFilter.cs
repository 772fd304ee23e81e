using Jpos.Api.Problems;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Net.Http.Headers;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>
/// A JSON body is labelled as JSON in UTF-8, however the label spells that; a patch may be labelled as a merge patch. The framework knows one spelling of the charset and many kinds of JSON, so the label is replaced. Any other label is refused (415).
/// </summary>
internal sealed class JsonBodyFilter : IResourceFilter
{
    public const string Json = "application/json";
    public const string MergePatch = "application/merge-patch+json";

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (!context.ActionDescriptor.Parameters.Any(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Body))
        {
            return;
        }

        var http = context.HttpContext;
        var isPatch = HttpMethods.IsPatch(http.Request.Method);
        if (IsJson(http.Request.ContentType, isPatch))
        {
            http.Request.ContentType = Json;
            return;
        }

        var taken = isPatch ? $"{MergePatch}, {Json}" : Json;
        if (isPatch)
        {
            http.Response.Headers["Accept-Patch"] = taken;
        }

        context.Result = ProblemResults.Result(http, ProblemTypes.UnsupportedMediaType, $"The Content-Type must be one of: {taken}. The charset must be UTF-8.");
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
        // Nothing is left to do.
    }

    private static bool IsJson(string? label, bool isPatch) =>
        MediaTypeHeaderValue.TryParse(label, out var type)
        && (type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || (isPatch && type.MediaType.Equals(MergePatch, StringComparison.OrdinalIgnoreCase)))
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).ToString().ToUpperInvariant() is "UTF-8" or "UTF8");
}
