using Jpos.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace Jpos.Api;

/// <summary>Sets the headers of every answer, including errors: browsers must not guess a content type, and no cache may store answers of the back office.</summary>
internal static class AnswerHeaders
{
    public static void UseAnswerHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        // An exception clears headers that were set before it, so they are set when the answer starts.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
            if (ProblemResults.IsBackOffice(http))
            {
                http.Response.Headers[HeaderNames.CacheControl] = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(http);
    });
}
