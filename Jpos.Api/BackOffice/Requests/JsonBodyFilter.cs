using Jpos.Api.Problems;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Net.Http.Headers;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>
/// Accepts a JSON body whose content type is JSON in UTF-8, in any spelling, or a merge patch for a PATCH. The framework knows one spelling of the charset and accepts many JSON types, so this filter replaces the header. Other content types are refused (415).
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
        // Required by the interface; there is nothing to do afterwards.
    }

    private static bool IsJson(string? label, bool isPatch) =>
        MediaTypeHeaderValue.TryParse(label, out var type)
        && (type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || (isPatch && type.MediaType.Equals(MergePatch, StringComparison.OrdinalIgnoreCase)))
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).ToString().ToUpperInvariant() is "UTF-8" or "UTF8");
}
