using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;

namespace Jpos.Api.BackOffice.Access;

/// <summary>Authenticates <c>Authorization: Bearer eyJ…</c>, a token that an OpenID Connect provider signed for this host. The host logs and stores the subject only.</summary>
internal static class OidcAuthentication
{
    public const string SchemeName = "Oidc";

    /// <summary>The allowed difference between the provider's clock and the host's.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>The timeout of a request for the provider's signing keys.</summary>
    private static readonly TimeSpan ProviderTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The shortest time between two requests for unknown signing keys.</summary>
    private static readonly TimeSpan NewKeysInterval = TimeSpan.FromSeconds(30);

    /// <summary>The accepted signature algorithms, all asymmetric. A shared secret, or no signature, would let others forge tokens.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static void AddOidc(this AuthenticationBuilder authentication, OidcSettings settings)
    {
        var callers = new TokenCallers(settings);
        authentication.AddJwtBearer(SchemeName, jwt =>
        {
            jwt.Authority = settings.Authority;
            jwt.Audience = settings.Audience;
            jwt.MapInboundClaims = false;
            jwt.SaveToken = false;
            jwt.IncludeErrorDetails = false;
            jwt.RequireHttpsMetadata = !settings.AllowPlainHttpOnLoopback;
            jwt.BackchannelTimeout = ProviderTimeout;
            jwt.TokenValidationParameters.ValidAlgorithms = Algorithms;
            jwt.TokenValidationParameters.ClockSkew = ClockSkew;
            jwt.Events = new JwtBearerEvents { OnMessageReceived = SkipOpenAddresses, OnTokenValidated = context => Recognize(context, callers) };
        });
        authentication.Services.AddOptions<JwtBearerOptions>(SchemeName)
            .Configure<TimeProvider>((jwt, time) => jwt.TokenValidationParameters.LifetimeValidator = (from, until, _, _) => IsAlive(time.GetUtcNow().UtcDateTime, from, until))
            .PostConfigure(jwt =>
            {
                // The framework's fallback to the last known keys would accept tokens of a revoked key.
                var provider = (BaseConfigurationManager)jwt.ConfigurationManager!;
                provider.UseLastKnownGoodConfiguration = false;
                provider.RefreshInterval = NewKeysInterval;
            });
    }

    private static bool IsAlive(DateTime now, DateTime? from, DateTime? until) => until is { } end && now < end + ClockSkew && (from is null || now >= from - ClockSkew);

    /// <summary>Validates a token only where a caller is needed and behind the rate limits, as for API keys.</summary>
    private static Task SkipOpenAddresses(MessageReceivedContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null)
        {
            context.NoResult();
        }

        return Task.CompletedTask;
    }

    /// <summary>Answers a known caller without permission with 403, and not with 401.</summary>
    private static Task Recognize(TokenValidatedContext context, TokenCallers callers)
    {
        if (callers.NameOf(context.Principal!) is not { } name)
        {
            context.Fail("The token names nobody.");
            return Task.CompletedTask;
        }

        var identity = callers.Of(context.Principal!, name) is { } caller ? CallerClaims.Identity(caller, SchemeName) : CallerClaims.WithoutRight(name, SchemeName);
        context.Principal = new ClaimsPrincipal(identity);
        return Task.CompletedTask;
    }
}
