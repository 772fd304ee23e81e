using Jpos.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace Jpos.Api;

/// <summary>Headers of every answer, errors too: no browser guesses a content type, and nobody keeps what the back office answered.</summary>
internal static class AnswerHeaders
{
    public static void UseAnswerHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        // An exception clears the headers that were set before it.
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
