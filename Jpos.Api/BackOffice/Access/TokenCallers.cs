using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Jpos.Application.BackOffice.Requests;

namespace Jpos.Api.BackOffice.Access;

/// <summary>Derives the caller from a token's claims. An ambiguous claim grants nothing.</summary>
internal sealed class TokenCallers(OidcSettings settings)
{
    private const string Subject = "sub";
    private const string AllStores = "*";

    /// <summary>The form of an actor in the audit log.</summary>
    private const int LongestName = 200;

    private readonly Dictionary<string, Role> roles = settings.RolesByName;

    /// <summary>
    /// Returns the caller's name in the audit log; null if the subject is missing or too long. The name ends in the provider's address, which has no spaces. It therefore never equals an API key's name, which ends in a space and brackets.
    /// </summary>
    public string? NameOf(ClaimsPrincipal token) =>
        token.FindFirstValue(Subject) is { Length: > 0 } subject && FieldRules.IsVisible(subject) && $"{subject} @ {settings.Authority}" is { Length: <= LongestName } name ? name : null;

    /// <summary>Returns the caller; null if the claims grant no permission. The claims must name exactly one role that the settings allow, and the stores, or <c>*</c> for all.</summary>
    public Caller? Of(ClaimsPrincipal token, string name) =>
        token.FindAll(settings.RoleClaim).ToList() is [{ Value: var said }] && roles.TryGetValue(said, out var role) && TryReadStores(token, out var stores)
            ? new Caller(name, role, stores, name)
            : null;

    private bool TryReadStores(ClaimsPrincipal token, [NotNullWhen(true)] out List<StoreNumber>? stores)
    {
        stores = null;
        var said = token.FindAll(settings.StoresClaim).Select(claim => claim.Value).ToList();
        if (said is [AllStores])
        {
            stores = [];
            return true;
        }

        var read = said.Select(text => StoreNumber.TryParse(text, out var store) ? store : null).ToList();
        if (read.Count is 0 or > ApiKey.MostStores || read.Contains(null))
        {
            return false;
        }

        stores = [.. read.OfType<StoreNumber>().Distinct()];
        return true;
    }
}
