using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Jpos.Infrastructure.Settings;

namespace Jpos.Api.BackOffice.Access;

/// <summary>Settings <c>Jpos:BackOffice:Oidc</c>: the OpenID Connect provider whose tokens are taken beside API keys.</summary>
[SettingsSection("Jpos:BackOffice:Oidc")]
internal sealed class OidcSettings
{
    private const string Section = "Jpos:BackOffice:Oidc";

    /// <summary>A provider says who somebody is; who lets people in, and who holds keys, it says only if the settings let it.</summary>
    private static readonly Role[] Ordinary = [Role.Viewer, Role.Operator, Role.Manager];

    /// <summary>The provider's address, as its tokens have it in <c>iss</c>; empty to take none.</summary>
    public string Authority { get; init; } = "";

    /// <summary>What its tokens for this host have in <c>aud</c>.</summary>
    public string Audience { get; init; } = "";

    /// <summary>The claim that names the role.</summary>
    public string RoleClaim { get; init; } = "jpos_role";

    /// <summary>The claim that lists the stores, or says <c>*</c>.</summary>
    public string StoresClaim { get; init; } = "jpos_stores";

    /// <summary>The provider is on this machine and speaks plain HTTP.</summary>
    public bool AllowPlainHttpOnLoopback { get; init; }

    /// <summary>The roles that its tokens may give; null for all but those of security officers and administrators.</summary>
    public List<Role>? Roles { get; init; }

    public bool IsOn => Authority.Length > 0;

    /// <summary>By what tokens call them.</summary>
    public Dictionary<string, Role> RolesByName => (Roles ?? [.. Ordinary]).Distinct().ToDictionary(role => JsonNamingPolicy.CamelCase.ConvertName(role.ToString()));

    /// <exception cref="ValidationException">A setting is missing, or would let somebody in who is not known for sure.</exception>
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
