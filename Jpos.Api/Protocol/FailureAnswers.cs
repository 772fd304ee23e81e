using Jpos.Api.BackOffice;
using Jpos.Domain.Protocol;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Jpos.Api.Protocol;

/// <summary>The one place where exceptions end: logged with the request's trace id, answered with 96, and never described to the terminal.</summary>
internal sealed partial class FailureAnswers(ILogger<FailureAnswers> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var endpoint = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Endpoint;
        if (Problems.Cover(httpContext))
        {
            await AnswerBackOffice(httpContext, exception, endpoint);
            return true;
        }

        if (exception is BadHttpRequestException bad)
        {
            await (bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? EdgeAnswers.Refuse(httpContext, endpoint, bad.StatusCode, ResponseCode.Malformed, "The body is larger than 16 KiB.")
                : EdgeAnswers.Refuse(httpContext, endpoint, StatusCodes.Status200OK, ResponseCode.Malformed, "The body did not arrive whole."));
            return true;
        }

        LogFailure(exception, NameOf(endpoint), httpContext.TraceIdentifier);
        await EdgeAnswers.Refuse(httpContext, endpoint, StatusCodes.Status200OK, ResponseCode.HostFailure, $"The host failed; its log tells more under {httpContext.TraceIdentifier}.");
        return true;
    }

    private Task AnswerBackOffice(HttpContext http, Exception exception, Endpoint? endpoint)
    {
        if (exception is BadHttpRequestException bad)
        {
            return Problems.Write(http, bad.StatusCode, "The body is too large, or did not arrive whole.");
        }

        LogFailure(exception, NameOf(endpoint), http.TraceIdentifier);
        return Problems.Write(http, StatusCodes.Status500InternalServerError, "The host failed; its log tells more under the trace id.");
    }

    private static string? NameOf(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<ControllerActionDescriptor>()?.DisplayName;

    [LoggerMessage(Level = LogLevel.Error, Message = "{Action} failed, trace id {TraceId}")]
    private partial void LogFailure(Exception exception, string? action, string traceId);
}
