using Jpos.Api.Problems;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>Answers requests that did not become a message: malformed forms, unknown routes, failures (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
internal static class ProtocolErrors
{
    private const string JsonType = "application/json; charset=utf-8";

    public static async Task Write(HttpContext http, byte[] answer)
    {
        http.Response.ContentType = JsonType;
        http.Response.ContentLength = answer.Length;
        await http.Response.Body.WriteAsync(answer, http.RequestAborted);
    }

    /// <summary>Answers with a decline in the format of the endpoint.</summary>
    public static Task Refuse(HttpContext http, Endpoint? endpoint, int httpStatus, ResponseCode code, string detail)
    {
        http.Response.StatusCode = httpStatus;
        if (httpStatus is StatusCodes.Status413PayloadTooLarge)
        {
            // The rest of the body stays unread, so the connection cannot carry another request.
            http.Response.Headers.Connection = "close";
        }

        var answer = http.RequestServices.GetRequiredService<AnswerWriter>().Refuse(Shape(endpoint), new Decline(code, detail));
        return Write(http, answer);
    }

    /// <summary>Writes the bodies of 404 and 405, which routing leaves empty.</summary>
    public static Task WriteStatus(Microsoft.AspNetCore.Diagnostics.StatusCodeContext context)
    {
        var http = context.HttpContext;
        if (ProblemResults.IsBackOffice(http))
        {
            return ProblemResults.WriteStatus(http);
        }

        return http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Refuse(http, null, StatusCodes.Status404NotFound, ResponseCode.RouteUnknown, "The path does not exist. Compare it and its version with the list of endpoints."),
            StatusCodes.Status405MethodNotAllowed => Refuse(http, null, StatusCodes.Status405MethodNotAllowed, ResponseCode.Malformed, "This path accepts POST only."),
            var status => Refuse(http, http.GetEndpoint(), status, ResponseCode.Malformed, "The host cannot process this request."),
        };
    }

    private static Type Shape(Endpoint? endpoint) =>
        endpoint?.Metadata.OfType<IApiResponseMetadataProvider>().FirstOrDefault()?.Type ?? typeof(TerminalAnswer);
}
