using System.Text.Json;
using System.Text.Json.Serialization;
using Jpos.Api.BackOffice.Access;
using Jpos.Domain.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice;

/// <summary>How the host serves the back office.</summary>
internal static class BackOfficeRegistration
{
    public static void AddBackOffice(this IServiceCollection services)
    {
        services.AddSingleton<RequestKeyGuard>();
        services.AddAuthentication(ApiKeyAuthentication.SchemeName).AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        var authorization = services.AddAuthorizationBuilder();
        foreach (var right in Enum.GetValues<Right>())
        {
            authorization.AddPolicy(right.ToString(), policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.Identity is { IsAuthenticated: true } && Callers.Of(context.User).Role.May(right)));
        }

        services.Configure<JsonOptions>(mvc =>
        {
            var json = mvc.JsonSerializerOptions;
            json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            json.NumberHandling = JsonNumberHandling.Strict;
            json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        });
    }
}
