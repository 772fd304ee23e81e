using Jpos.Api.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>Handles exceptions: logs them with the request's trace id and answers 96. The terminal gets no details.</summary>
internal sealed partial class ExceptionAnswers(ILogger<ExceptionAnswers> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var endpoint = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Endpoint;
        if (ProblemResults.IsBackOffice(httpContext))
        {
            await AnswerBackOffice(httpContext, exception, endpoint);
            return true;
        }

        if (exception is BadHttpRequestException bad)
        {
            await (bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? ProtocolErrors.Refuse(httpContext, endpoint, bad.StatusCode, ResponseCode.Malformed, "The body is larger than 16 KiB.")
                : ProtocolErrors.Refuse(httpContext, endpoint, StatusCodes.Status200OK, ResponseCode.Malformed, "The body did not arrive completely."));
            return true;
        }

        LogFailure(exception, NameOf(endpoint), httpContext.TraceIdentifier);
        await ProtocolErrors.Refuse(httpContext, endpoint, StatusCodes.Status200OK, ResponseCode.HostFailure, $"The host failed. Its log has details under the trace id {httpContext.TraceIdentifier}.");
        return true;
    }

    private Task AnswerBackOffice(HttpContext http, Exception exception, Endpoint? endpoint)
    {
        if (exception is BadHttpRequestException bad)
        {
            return bad.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => ProblemResults.Write(http, ProblemTypes.BodyTooLarge, "The body is larger than this path accepts."),
                StatusCodes.Status408RequestTimeout => ProblemResults.Write(http, ProblemTypes.RequestTimeout, "The body arrived too slowly. Send the request again."),
                _ => ProblemResults.Write(http, ProblemTypes.MalformedBody, "The body did not arrive completely. Send the request again."),
            };
        }

        LogFailure(exception, NameOf(endpoint), http.TraceIdentifier);
        return ProblemResults.Write(http, ProblemTypes.HostFailure, "The host failed. Its log has details under the traceId of this answer.");
    }

    private static string? NameOf(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<ControllerActionDescriptor>()?.DisplayName;

    [LoggerMessage(Level = LogLevel.Error, Message = "Request to {Action} failed, trace id {TraceId}")]
    private partial void LogFailure(Exception exception, string? action, string traceId);
}
