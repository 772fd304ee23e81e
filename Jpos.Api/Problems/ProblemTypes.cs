using Jpos.Application.BackOffice.Requests;
using Microsoft.AspNetCore.WebUtilities;

namespace Jpos.Api.Problems;

/// <summary>Lists every type of problem of the back-office API. docs/api-errors.md has a section for each, and <c>/docs/errors</c> shows the list.</summary>
internal static class ProblemTypes
{
    /// <summary>The path of the page to which the URIs of the types lead.</summary>
    public const string Page = "/docs/errors";

    public static readonly ProblemType MalformedBody = new(
        "malformed-body",
        StatusCodes.Status400BadRequest,
        "The body is malformed",
        "The body is not a valid JSON object, or it did not arrive completely.",
        "Send one JSON object in UTF-8, without comments and trailing commas.");

    public static readonly ProblemType InvalidFields = new(
        "invalid-fields",
        StatusCodes.Status400BadRequest,
        "One or more fields are invalid",
        "A field of the body or a query parameter is missing, unknown, sent twice or not in its documented form.",
        "Read `errors`: it names each field and says what it must be. Correct the request and send it again.");

    public static readonly ProblemType InvalidHeader = new(
        "invalid-header",
        StatusCodes.Status400BadRequest,
        "A header is missing or invalid",
        "A `POST` has no valid `Idempotency-Key`, or `If-Match` is not one ETag.",
        "Send the header in the form that `detail` describes.");

    public static readonly ProblemType InvalidFile = new(
        "invalid-file",
        StatusCodes.Status400BadRequest,
        "The file cannot be imported",
        "The body of an import is not a CSV file with the expected columns and charset. Nothing was written.",
        "Correct the file as `detail` says. Label its charset if it is not UTF-8.");

    public static readonly ProblemType Unauthenticated = new(
        "unauthenticated",
        StatusCodes.Status401Unauthorized,
        "Authentication is required",
        "The API key or token is missing, unknown, expired or revoked.",
        "Send `Authorization: Bearer` with a valid API key or token.");

    public static readonly ProblemType PermissionDenied = new(
        "permission-denied",
        StatusCodes.Status403Forbidden,
        "The caller does not have the permission",
        "The role of your key or token does not have the permission, or the request affects more than your key may.",
        "Use a key with another role. The table of roles in the guide of the back office lists their permissions.");

    public static readonly ProblemType NetworkWide = new(
        "network-wide",
        StatusCodes.Status403Forbidden,
        "The resource is network-wide",
        "Your key or token is limited to specific stores, but the resource belongs to the whole network.",
        "Use a key or token that is not limited to specific stores.");

    public static readonly ProblemType SamePerson = new(
        "same-person",
        StatusCodes.Status403Forbidden,
        "A different person must decide",
        "The person who made a request tried to approve it. Keys that were created with one another belong to one person.",
        "Let a different person approve it. The command `new-api-key` creates a key for another person.");

    public static readonly ProblemType DailyLimitExceeded = new(
        "daily-limit-exceeded",
        StatusCodes.Status403Forbidden,
        "The daily limit of a person is exceeded",
        "An opening balance exceeds the points that one person may move in a day.",
        "Issue the cards without opening balances and request adjustments. A different person approves those.");

    public static readonly ProblemType NotFound = new(
        "not-found",
        StatusCodes.Status404NotFound,
        "The resource does not exist",
        "The resource does not exist, or your key or token cannot access it. The answer is the same in both cases.",
        "Check the ids and numbers in the path and in the body, and the stores of your key.");

    public static readonly ProblemType UnknownPath = new(
        "unknown-path",
        StatusCodes.Status404NotFound,
        "The path does not exist",
        "No operation of the API has this path.",
        "Check the spelling of the path and its version, `/api/v1`.");

    public static readonly ProblemType MethodNotAllowed = new(
        "method-not-allowed",
        StatusCodes.Status405MethodNotAllowed,
        "The method is not allowed",
        "The path exists but does not support this method.",
        "Use a method that the `Allow` header lists.");

    public static readonly ProblemType RequestTimeout = new(
        "request-timeout",
        StatusCodes.Status408RequestTimeout,
        "The body arrived too slowly",
        "The host stopped waiting for the rest of the body.",
        "Send the request again over a faster connection, with the same `Idempotency-Key`.");

    public static readonly ProblemType Conflict = new(
        "conflict",
        StatusCodes.Status409Conflict,
        "The state does not allow the change",
        "The present state of a resource does not allow this change, or another resource already has the same number.",
        "Read the resource that `detail` and `errors` name, and decide again.");

    public static readonly ProblemType SecretAlreadyShown = new(
        "secret-already-shown",
        StatusCodes.Status409Conflict,
        "The secret was already shown",
        "The request was executed before with this `Idempotency-Key`. Its answer contained a secret, which the host shows only once.",
        "If you have lost the secret, revoke or replace what you created. Then send a new request with a new key.");

    public static readonly ProblemType StateChanged = new(
        "state-changed",
        StatusCodes.Status412PreconditionFailed,
        "The resource has changed",
        "The resource has changed since you read the `ETag` that you sent in `If-Match`.",
        "Read the resource again, repeat your change, and send the new `ETag`.");

    public static readonly ProblemType BodyTooLarge = new(
        "body-too-large",
        StatusCodes.Status413PayloadTooLarge,
        "The body is too large",
        "The body exceeds the limit of the path: 64 KiB, or 64 MiB for an import.",
        "Split the request or the file.");

    public static readonly ProblemType UnsupportedMediaType = new(
        "unsupported-media-type",
        StatusCodes.Status415UnsupportedMediaType,
        "The media type is not supported",
        "The `Content-Type` or its charset is not one that the path accepts.",
        "Send the `Content-Type` that `detail` names.");

    public static readonly ProblemType IdempotencyKeyReused = new(
        "idempotency-key-reused",
        StatusCodes.Status422UnprocessableEntity,
        "The Idempotency-Key was used before",
        "The same `Idempotency-Key` was sent within 7 days with another path or body.",
        "Send a new key with each new request.");

    public static readonly ProblemType WorkbookTooLarge = new(
        "workbook-too-large",
        StatusCodes.Status422UnprocessableEntity,
        "The workbook is too large",
        "The export has more rows than the 1 048 576 that a worksheet can hold.",
        "Choose a shorter period, or `format=csv`.");

    public static readonly ProblemType IfMatchMissing = new(
        "if-match-missing",
        StatusCodes.Status428PreconditionRequired,
        "If-Match is missing",
        "A `PUT`, `PATCH` or `DELETE` has no `If-Match` header.",
        "Send the `ETag` of the state that you read, or `*` for any state.");

    public static readonly ProblemType RateLimitExceeded = new(
        "rate-limit-exceeded",
        StatusCodes.Status429TooManyRequests,
        "The rate limit is exceeded",
        "Your address sends more requests per second than `Jpos:Limits:RequestsPerSecondOfAddress` allows.",
        "Send fewer requests per second. The operator of the host can change the limit.");

    public static readonly ProblemType TooManyWrongKeys = new(
        "too-many-wrong-keys",
        StatusCodes.Status429TooManyRequests,
        "Too many wrong API keys",
        "Your address sent too many wrong API keys.",
        "Correct the key. Retry after the time in `Retry-After`.");

    public static readonly ProblemType TooManyFiles = new(
        "too-many-files",
        StatusCodes.Status429TooManyRequests,
        "Too many imports or exports at once",
        "The host already runs one import or two exports.",
        "Retry after the time in `Retry-After`.");

    public static readonly ProblemType HostFailure = new(
        "host-failure",
        StatusCodes.Status500InternalServerError,
        "The host failed",
        "The host failed while it handled the request. The change was rolled back.",
        "Retry later. If it happens again, give the `traceId` to the operator of the host, whose log has details.");

    public static readonly ProblemType CommitOutcomeUnknown = new(
        "commit-outcome-unknown",
        StatusCodes.Status503ServiceUnavailable,
        "The outcome of the change is unknown",
        "The database was lost or did not answer while it committed the change. The change may or may not have been made.",
        "Retry after the time in `Retry-After` with the same `Idempotency-Key`. Without one, read the resource first.");

    /// <summary>Gets all types, in the order of their statuses.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        MalformedBody,
        InvalidFields,
        InvalidHeader,
        InvalidFile,
        Unauthenticated,
        PermissionDenied,
        NetworkWide,
        SamePerson,
        DailyLimitExceeded,
        NotFound,
        UnknownPath,
        MethodNotAllowed,
        RequestTimeout,
        Conflict,
        SecretAlreadyShown,
        StateChanged,
        BodyTooLarge,
        UnsupportedMediaType,
        IdempotencyKeyReused,
        WorkbookTooLarge,
        IfMatchMissing,
        RateLimitExceeded,
        TooManyWrongKeys,
        TooManyFiles,
        HostFailure,
        CommitOutcomeUnknown,
    ];

    /// <summary>Returns the type of a problem that a use case answers.</summary>
    public static ProblemType Of(FailureKind failure) => failure switch
    {
        FailureKind.NotFound => NotFound,
        FailureKind.Invalid => InvalidFields,
        FailureKind.Conflict => Conflict,
        FailureKind.SecretAlreadyShown => SecretAlreadyShown,
        FailureKind.PreconditionFailed => StateChanged,
        FailureKind.Forbidden => PermissionDenied,
        FailureKind.NetworkWide => NetworkWide,
        FailureKind.SamePerson => SamePerson,
        FailureKind.DailyLimitExceeded => DailyLimitExceeded,
        FailureKind.IdempotencyKeyReused => IdempotencyKeyReused,
        FailureKind.CommitOutcomeUnknown => CommitOutcomeUnknown,
        _ => throw new InvalidOperationException($"{failure} has no problem type."),
    };

    /// <summary>Returns a type for a status that means no more than HTTP says.</summary>
    public static ProblemType OfStatus(int status) => new("", status, ReasonPhrases.GetReasonPhrase(status), "", "");
}
