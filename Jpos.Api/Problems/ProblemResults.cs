using System.Text.Json;
using Jpos.Application.BackOffice.Requests;
using Microsoft.AspNetCore.WebUtilities;

namespace Jpos.Api.Problems;

/// <summary>How the back office says that something is wrong: RFC 9457, with the fields that are to blame in <c>errors</c>.</summary>
internal static class ProblemResults
{
    /// <summary>A database that was lost is mostly back by then.</summary>
    private const string SecondsUntilAgain = "5";

    private const string ProblemType = "application/problem+json; charset=utf-8";

    private const string OwnText = "must ";

    private const string WrongType = "could not be converted to ";

    private static readonly PathString Covered = "/api";

    /// <summary>Whether an address is the back office's, even if there is nothing there.</summary>
    public static bool IsBackOffice(HttpContext http) => http.Request.Path.StartsWithSegments(Covered, StringComparison.OrdinalIgnoreCase);

    public static ObjectResult Result(HttpContext http, Problem problem)
    {
        var status = problem.Failure switch
        {
            FailureKind.NotFound => StatusCodes.Status404NotFound,
            FailureKind.Invalid => StatusCodes.Status400BadRequest,
            FailureKind.Conflict => StatusCodes.Status409Conflict,
            FailureKind.PreconditionFailed => StatusCodes.Status412PreconditionFailed,
            FailureKind.Forbidden => StatusCodes.Status403Forbidden,
            FailureKind.IdempotencyKeyReused => StatusCodes.Status422UnprocessableEntity,
            FailureKind.CommitOutcomeUnknown => StatusCodes.Status503ServiceUnavailable,
            _ => throw new InvalidOperationException($"{problem.Failure} has no status."),
        };
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            http.Response.Headers.RetryAfter = SecondsUntilAgain;
        }

        return Result(http, status, problem.Detail, problem.Field is null ? [] : new() { [problem.Field] = [problem.Detail] });
    }

    public static ObjectResult Result(HttpContext http, int status, string detail, Dictionary<string, string[]>? errors = null) =>
        new(Details(http, status, detail, errors)) { StatusCode = status, ContentTypes = { "application/problem+json" } };

    /// <summary>What MVC found in the body: its own texts would repeat what was sent.</summary>
    public static ObjectResult Malformed(ActionContext context)
    {
        var errors = context.ModelState
            .Where(field => field.Value is { Errors.Count: > 0 })
            .Select(field => (Name: Name(field.Key), Message: field.Value!.Errors[0].ErrorMessage))
            .Where(field => field.Name.Length > 0 && field.Name is not ("input" or "patch"))
            .DistinctBy(field => field.Name)
            .ToDictionary(field => field.Name, field => new[] { Fault(field.Name, field.Message) });
        return Result(context.HttpContext, StatusCodes.Status400BadRequest, errors.Count == 0 ? "The body must be JSON, and a JSON object where the address takes fields." : "One or more fields are invalid; see `errors`.", errors);
    }

    /// <summary>What a patch comes to is no such input.</summary>
    public static ObjectResult Malformed(HttpContext http, JsonException fault)
    {
        var name = Name(fault.Path ?? "");
        return Result(http, StatusCodes.Status400BadRequest, "One or more fields are invalid; see `errors`.", new() { [name] = [Fault(name, fault.Message)] });
    }

    /// <summary>Where no controller answers.</summary>
    public static async Task Write(HttpContext http, int status, string detail)
    {
        http.Response.StatusCode = status;
        await http.Response.WriteAsJsonAsync(Details(http, status, detail, null), options: null, ProblemType, http.RequestAborted);
    }

    /// <summary>The body of a status that is left empty by routing, authentication or authorization.</summary>
    public static Task WriteStatus(HttpContext http) => Write(http, http.Response.StatusCode, http.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => "Who are you? Send Authorization: Bearer and an API key that has not expired and was not taken back, or a token of this host's provider that is still good.",
        StatusCodes.Status403Forbidden => "Your role does not allow this.",
        StatusCodes.Status404NotFound => "There is no such address.",
        StatusCodes.Status405MethodNotAllowed => "This address takes other methods; see Allow.",
        StatusCodes.Status415UnsupportedMediaType => "The Content-Type must be application/json.",
        StatusCodes.Status429TooManyRequests => "Too many keys from this address were wrong. Retry after the time in Retry-After.",
        var status => ReasonPhrases.GetReasonPhrase(status),
    });

    private static ProblemDetails Details(HttpContext http, int status, string detail, Dictionary<string, string[]>? errors)
    {
        var problem = errors is { Count: > 0 } ? new ValidationProblemDetails(errors) : new ProblemDetails();
        problem.Status = status;
        problem.Title = ReasonPhrases.GetReasonPhrase(status);
        problem.Detail = detail;
        problem.Extensions["traceId"] = http.TraceIdentifier;
        return problem;
    }

    /// <summary>Only the host's own texts, which say what a field must be, are passed on.</summary>
    private static string Fault(string name, string message) =>
        message.StartsWith(OwnText, StringComparison.Ordinal) ? FieldErrorText.Sentence(name, message)
        : message.StartsWith("Duplicate property", StringComparison.Ordinal) ? FieldErrorText.MustBe(name, "sent once")
        : message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) ? $"{name} is not a field of this body. docs/openapi.json lists its fields."
        : message.IndexOf(WrongType, StringComparison.Ordinal) is var found and >= 0 && Form(message[(found + WrongType.Length)..]) is { } form ? FieldErrorText.MustBe(name, form)
        : FieldErrorText.MustBe(name, FieldErrorText.DocumentedForm);

    /// <summary>Returns what JSON must have where the type stands; null for a type of the host's own. Lists come first: their names hold their elements'.</summary>
    private static string? Form(string type) =>
        type.StartsWith("System.Collections", StringComparison.Ordinal) || type.Contains("[]", StringComparison.Ordinal) ? "a list, in square brackets"
        : type.Contains("System.String", StringComparison.Ordinal) ? "a text, in quotation marks"
        : type.Contains("System.Boolean", StringComparison.Ordinal) ? "true or false"
        : type.Contains("System.Int", StringComparison.Ordinal) || type.Contains("System.Decimal", StringComparison.Ordinal) ? "a number"
        : null;

    /// <summary>The field that MVC means: a path in the body, or a property.</summary>
    private static string Name(string key)
    {
        var path = key.StartsWith("$.", StringComparison.Ordinal) ? key[2..] : key == "$" ? "" : key;
        return string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
    }
}
