using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Jpos.Infrastructure.Settings;

namespace Jpos.Api.BackOffice.Access;

/// <summary>Settings <c>Jpos:BackOffice:Oidc</c>: the OpenID Connect provider whose tokens the host accepts beside API keys.</summary>
[SettingsSection("Jpos:BackOffice:Oidc")]
internal sealed class OidcSettings
{
    private const string Section = "Jpos:BackOffice:Oidc";

    /// <summary>By default, tokens cannot grant the roles that manage callers or keys; a provider gets that power only by an explicit setting.</summary>
    private static readonly Role[] Ordinary = [Role.Viewer, Role.Operator, Role.Manager];

    /// <summary>The provider's address, equal to <c>iss</c> of its tokens; empty to accept no tokens.</summary>
    public string Authority { get; init; } = "";

    /// <summary>The value of <c>aud</c> in tokens for this host.</summary>
    public string Audience { get; init; } = "";

    /// <summary>The claim that names the role.</summary>
    public string RoleClaim { get; init; } = "jpos_role";

    /// <summary>The claim that lists the stores, or <c>*</c> for all.</summary>
    public string StoresClaim { get; init; } = "jpos_stores";

    /// <summary>Whether the provider may use plain HTTP, on this machine only.</summary>
    public bool AllowPlainHttpOnLoopback { get; init; }

    /// <summary>The roles that tokens may grant; null for all except security officer and administrator.</summary>
    public List<Role>? Roles { get; init; }

    public bool IsOn => Authority.Length > 0;

    /// <summary>The roles by their names in tokens.</summary>
    public Dictionary<string, Role> RolesByName => (Roles ?? [.. Ordinary]).Distinct().ToDictionary(role => JsonNamingPolicy.CamelCase.ConvertName(role.ToString()));

    /// <exception cref="ValidationException">A setting is missing, or would admit callers who are not authenticated reliably.</exception>
    /// <exception cref="InvalidOperationException">A setting is unknown, or not of its type.</exception>
    public static OidcSettings Read(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section).Get<OidcSettings>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new OidcSettings();
        if (!settings.IsOn)
        {
            return settings.Audience.Length == 0 ? settings : throw new ValidationException($"{Section}:Audience is set, but {Section}:Authority is missing.");
        }

        Require(Uri.TryCreate(settings.Authority, UriKind.Absolute, out var authority) && !settings.Authority.Any(char.IsWhiteSpace), "Authority is not an address such as https://login.example.org.");
        Require(authority!.Scheme == Uri.UriSchemeHttps || (settings.AllowPlainHttpOnLoopback && authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback), "Authority must begin with https://.");
        Require(settings.Audience.Length > 0, "Audience is missing. Without it, tokens for other programs would be accepted.");
        Require(settings.RoleClaim.Length > 0 && settings.StoresClaim.Length > 0, "RoleClaim and StoresClaim must not be empty.");
        Require(settings.Roles?.TrueForAll(Enum.IsDefined) is not false, $"Roles has an invalid entry. Allowed: {string.Join(", ", Enum.GetNames<Role>())}.");
        return settings;
    }

    private static void Require(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new ValidationException($"{Section}: {otherwise}");
        }
    }
}
