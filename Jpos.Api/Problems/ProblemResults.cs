using System.Text.Json;
using Jpos.Application.BackOffice.Requests;

namespace Jpos.Api.Problems;

/// <summary>Makes the problems of the back office (RFC 9457), with the invalid fields in <c>errors</c>.</summary>
internal static class ProblemResults
{
    /// <summary>By then a lost database is available again in most cases.</summary>
    private const string SecondsUntilAgain = "5";

    private const string MediaType = "application/problem+json";

    private const string SomeFields = "One or more fields are invalid; see `errors`.";

    private const string OwnText = "must ";

    private const string WrongType = "could not be converted to ";

    private static readonly PathString Covered = "/api";

    /// <summary>Returns whether a path belongs to the back office, even if it does not exist.</summary>
    public static bool IsBackOffice(HttpContext http) => http.Request.Path.StartsWithSegments(Covered, StringComparison.OrdinalIgnoreCase);

    public static ObjectResult Result(HttpContext http, Problem problem)
    {
        var type = ProblemTypes.Of(problem.Failure);
        if (type == ProblemTypes.CommitOutcomeUnknown)
        {
            http.Response.Headers.RetryAfter = SecondsUntilAgain;
        }

        return Result(http, type, problem.Detail, problem.Field is null ? [] : new() { [problem.Field] = [problem.Detail] });
    }

    public static ObjectResult Result(HttpContext http, ProblemType type, string detail, Dictionary<string, string[]>? errors = null) =>
        new(Details(http, type, detail, errors)) { StatusCode = type.Status, ContentTypes = { MediaType } };

    /// <summary>Returns a problem for invalid fields.</summary>
    /// <param name="http">The request.</param>
    /// <param name="errors">For each field, what is wrong with it.</param>
    public static ObjectResult Invalid(HttpContext http, Dictionary<string, string[]> errors) => Result(http, ProblemTypes.InvalidFields, SomeFields, errors);

    /// <summary>Returns a problem for what MVC found in the body. MVC's own texts would repeat what was sent.</summary>
    public static ObjectResult Malformed(ActionContext context)
    {
        var errors = context.ModelState
            .Where(field => field.Value is { Errors.Count: > 0 })
            .Select(field => (Name: Name(field.Key), Message: field.Value!.Errors[0].ErrorMessage))
            .Where(field => field.Name.Length > 0 && field.Name is not ("input" or "patch"))
            .DistinctBy(field => field.Name)
            .ToDictionary(field => field.Name, field => new[] { Fault(field.Name, field.Message) });
        return errors.Count == 0
            ? Result(context.HttpContext, ProblemTypes.MalformedBody, "The body is not a valid JSON object. Send one JSON object in UTF-8.")
            : Invalid(context.HttpContext, errors);
    }

    /// <summary>Returns a problem for a patch whose outcome is not a valid input.</summary>
    public static ObjectResult Malformed(HttpContext http, JsonException fault)
    {
        var name = Name(fault.Path ?? "");
        return Invalid(http, new() { [name] = [Fault(name, fault.Message)] });
    }

    /// <summary>Writes a problem where no controller answers.</summary>
    public static async Task Write(HttpContext http, ProblemType type, string detail)
    {
        http.Response.StatusCode = type.Status;
        await http.Response.WriteAsJsonAsync(Details(http, type, detail, null), options: null, $"{MediaType}; charset=utf-8", http.RequestAborted);
    }

    /// <summary>Writes the body of a status that routing, authentication or authorization left empty.</summary>
    public static Task WriteStatus(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized => Write(http, ProblemTypes.Unauthenticated, "The API key or token is missing, unknown, expired or revoked. Send Authorization: Bearer with a valid API key, or with a valid token of this host's OpenID Connect provider."),
        StatusCodes.Status403Forbidden => Write(http, ProblemTypes.PermissionDenied, "Your role does not have the permission that this request needs."),
        StatusCodes.Status404NotFound => Write(http, ProblemTypes.UnknownPath, "This path does not exist. Check its spelling and the version."),
        StatusCodes.Status405MethodNotAllowed => Write(http, ProblemTypes.MethodNotAllowed, "This path does not support the method. The Allow header lists the methods that it supports."),
        StatusCodes.Status415UnsupportedMediaType => Write(http, ProblemTypes.UnsupportedMediaType, "The Content-Type must be application/json."),
        StatusCodes.Status429TooManyRequests => Write(http, ProblemTypes.TooManyWrongKeys, "This address sent too many wrong API keys. Retry after the time in Retry-After."),
        var status => Write(http, ProblemTypes.OfStatus(status), ProblemTypes.OfStatus(status).Title),
    };

    private static ProblemDetails Details(HttpContext http, ProblemType type, string detail, Dictionary<string, string[]>? errors)
    {
        var problem = errors is { Count: > 0 } ? new ValidationProblemDetails(errors) : new ProblemDetails();
        problem.Type = type.Uri;
        problem.Title = type.Title;
        problem.Status = type.Status;
        problem.Detail = detail;
        problem.Extensions["traceId"] = http.TraceIdentifier;
        return problem;
    }

    /// <summary>Returns what is wrong with a field. Only the host's own texts are passed on: they say what a field must be and repeat no value.</summary>
    private static string Fault(string name, string message) =>
        message.StartsWith(OwnText, StringComparison.Ordinal) ? FieldErrorText.Sentence(name, message)
        : message.StartsWith("Duplicate property", StringComparison.Ordinal) ? FieldErrorText.MustBe(name, "sent once")
        : message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal) ? $"{name} is not a field of this request. The OpenAPI document lists its fields."
        : message.IndexOf(WrongType, StringComparison.Ordinal) is var found and >= 0 && Form(message[(found + WrongType.Length)..]) is { } form ? FieldErrorText.MustBe(name, form)
        : FieldErrorText.MustBe(name, FieldErrorText.DocumentedForm);

    /// <summary>Returns the JSON form of a type; null for a type of the host. Lists come first, because their names contain those of their elements.</summary>
    private static string? Form(string type) =>
        type.StartsWith("System.Collections", StringComparison.Ordinal) || type.Contains("[]", StringComparison.Ordinal) ? "a JSON array"
        : type.Contains("System.String", StringComparison.Ordinal) ? "a JSON string"
        : type.Contains("System.Boolean", StringComparison.Ordinal) ? "true or false"
        : type.Contains("System.Int", StringComparison.Ordinal) || type.Contains("System.Decimal", StringComparison.Ordinal) ? "a number"
        : null;

    /// <summary>Returns the field that MVC means: a path in the body, or a property.</summary>
    private static string Name(string key)
    {
        var path = key.StartsWith("$.", StringComparison.Ordinal) ? key[2..] : key == "$" ? "" : key;
        return string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
    }
}
