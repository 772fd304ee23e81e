using Jpos.Api.Problems;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Net.Http.Headers;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Requires an idempotency key of a POST, and the ETag of the expected state of a change.</summary>
internal sealed class IdempotencyKeyFilter : IActionFilter
{
    public const string Header = "Idempotency-Key";

    private const int LongestKey = 255;

    public void OnActionExecuting(ActionExecutingContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method))
        {
            var key = request.Headers[Header];
            if (key.Count != 1 || key[0] is not { Length: > 0 and <= LongestKey } text || !text.All(letter => letter is > ' ' and <= '~'))
            {
                context.Result = ProblemResults.Result(context.HttpContext, ProblemTypes.InvalidHeader, FieldErrorText.MustBe(Header, $"sent once, with 1 to {LongestKey} visible ASCII characters, different for each request"));
            }
        }
        else if (HttpMethods.IsPut(request.Method) || HttpMethods.IsPatch(request.Method) || HttpMethods.IsDelete(request.Method))
        {
            var seen = request.Headers.IfMatch;
            if (seen.Count == 0)
            {
                context.Result = ProblemResults.Result(context.HttpContext, ProblemTypes.IfMatchMissing, "If-Match is missing. Send the ETag of the state that you read, or * for any state.");
            }
            else if (seen.Count != 1 || !EntityTagHeaderValue.TryParse(seen[0], out _))
            {
                context.Result = ProblemResults.Result(context.HttpContext, ProblemTypes.InvalidHeader, FieldErrorText.MustBe("If-Match", "the ETag of one state, in quotation marks as you received it"));
            }
        }
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
        // Required by the interface; there is nothing to do afterwards.
    }
}
