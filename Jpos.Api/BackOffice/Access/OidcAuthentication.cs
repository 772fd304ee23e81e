using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;

namespace Jpos.Api.BackOffice.Access;

/// <summary><c>Authorization: Bearer eyJ…</c>: a token that an OpenID Connect provider signed for this host. Nothing of it is logged or kept but the subject.</summary>
internal static class OidcAuthentication
{
    public const string SchemeName = "Oidc";

    /// <summary>How far the provider's clock and the host's may be apart.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>How long the provider may take to say which keys it signs with.</summary>
    private static readonly TimeSpan ProviderTimeout = TimeSpan.FromSeconds(5);

    /// <summary>How often the provider is asked at most for keys that the host does not know.</summary>
    private static readonly TimeSpan NewKeysInterval = TimeSpan.FromSeconds(30);

    /// <summary>What only the provider can sign: with a shared secret, or none, others could.</summary>
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
                // A key that the provider took back lets nobody in, not even for a while.
                var provider = (BaseConfigurationManager)jwt.ConfigurationManager!;
                provider.UseLastKnownGoodConfiguration = false;
                provider.RefreshInterval = NewKeysInterval;
            });
    }

    private static bool IsAlive(DateTime now, DateTime? from, DateTime? until) => until is { } end && now < end + ClockSkew && (from is null || now >= from - ClockSkew);

    /// <summary>As for API keys: a token is looked at only where somebody has to be known, behind the flood limits.</summary>
    private static Task SkipOpenAddresses(MessageReceivedContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null)
        {
            context.NoResult();
        }

        return Task.CompletedTask;
    }

    /// <summary>Whoever is known but has no right is refused (403), not asked again who they are (401).</summary>
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
