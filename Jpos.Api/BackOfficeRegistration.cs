using System.Text.Json;
using System.Text.Json.Serialization;
using Jpos.Api.BackOffice.Access;
using Microsoft.AspNetCore.Authentication;

namespace Jpos.Api;

/// <summary>Registers the back-office API.</summary>
internal static class BackOfficeRegistration
{
    private const string Either = "ApiKeyOrToken";

    public static void AddBackOffice(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IdempotencyKeyFilter>();
        services.AddSingleton<ApiKeyFailures>();
        AddAuthentication(services, OidcSettings.Read(configuration));
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in Enum.GetValues<Permission>())
        {
            authorization.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().RequireAssertion(context => CallerClaims.May(context.User, permission)));
        }

        services.AddSingleton<QueryStringFilter>();
        services.AddSingleton<JsonBodyFilter>();
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<IdConstraint>("long"));
        services.Configure<MvcOptions>(mvc => mvc.ModelBinderProviders.Insert(0, new ValueBinders()));
        services.Configure<JsonOptions>(mvc =>
        {
            Say(mvc.JsonSerializerOptions);
            ReadStrictly(mvc.JsonSerializerOptions);
        });

        // The OpenAPI document uses these options to describe JSON.
        services.ConfigureHttpJsonOptions(http =>
        {
            Say(http.SerializerOptions);
            http.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
    }

    /// <summary>Registers API keys, and tokens if a provider is configured.</summary>
    private static void AddAuthentication(IServiceCollection services, OidcSettings oidc)
    {
        var authentication = services.AddAuthentication(Either)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null)
            .AddPolicyScheme(Either, null, either => either.ForwardDefaultSelector = http =>
                oidc.IsOn && ApiKeyAuthentication.TokenOf(http.Request) is { } token && !token.StartsWith(ApiKey.Beginning, StringComparison.Ordinal)
                    ? OidcAuthentication.SchemeName
                    : ApiKeyAuthentication.SchemeName);
        if (oidc.IsOn)
        {
            authentication.AddOidc(oidc);
        }

        // The framework adds Data Protection for cookies, which this host does not use. Its start would write keys and log warnings.
        services.Remove(services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
    }

    private static void Say(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
    }

    /// <summary>Binds each value in its documented text form, each field once and by its own name.</summary>
    private static void ReadStrictly(JsonSerializerOptions json)
    {
        json.Converters.Add(new WordsConverter());
        json.Converters.Add(new PatchConverter());
        json.Converters.Add(new DayConverter());
        json.Converters.Add(new InstantConverter());
        json.Converters.Add(new DecimalConverter());
        json.Converters.Add(new WholeNumberConverter<int>());
        json.Converters.Add(new WholeNumberConverter<long>());
        json.AllowDuplicateProperties = false;
        json.PropertyNameCaseInsensitive = false;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
    }
}
