using System.Security.Claims;
using System.Text.Encodings.Web;
using Jpos.Api.Transport;
using Jpos.Application.BackOffice.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Jpos.Api.BackOffice.Access;

/// <summary>Authenticates <c>Authorization: Bearer jpos_…</c>, an API key. The host looks the key up at each request, so that a revocation applies at once.</summary>
internal sealed class ApiKeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IMediator mediator, ApiKeyFailures guesses)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";

    private const string Bearer = "Bearer ";
    private const string SecondsUntilAgain = "1";

    private bool isGuessing;

    /// <summary>Returns the bearer token of a request; null if there is none.</summary>
    public static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // The framework calls this at every address. A key is looked up only where one is needed, behind the rate limits.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null)
        {
            return AuthenticateResult.NoResult();
        }

        if (TokenOf(Request) is not { } key)
        {
            return AuthenticateResult.NoResult();
        }

        var address = CallerAddress.Of(Context.Connection);
        if (!guesses.MayBeRight(address, key))
        {
            isGuessing = true;
            return AuthenticateResult.Fail("Too many keys from this address were wrong.");
        }

        if (await mediator.Send(new AuthenticateApiKey(key), Context.RequestAborted) is not { } caller)
        {
            guesses.WasWrong(address, key);
            return AuthenticateResult.Fail("The API key lets nobody in.");
        }

        guesses.WasRight(key);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(CallerClaims.Identity(caller, SchemeName)), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (isGuessing)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = SecondsUntilAgain;
            return Task.CompletedTask;
        }

        Response.Headers[HeaderNames.WWWAuthenticate] = Bearer.Trim();
        return base.HandleChallengeAsync(properties);
    }
}
