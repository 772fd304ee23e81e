using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Jpos.Application.BackOffice.Requests;

namespace Jpos.Api.BackOffice.Access;

/// <summary>Who a token lets in, from its claims. What they do not say for sure, they do not give.</summary>
internal sealed class TokenCallers(OidcSettings settings)
{
    private const string Subject = "sub";
    private const string AllStores = "*";

    /// <summary>As the audit log has it.</summary>
    private const int LongestName = 200;

    private readonly Dictionary<string, Role> roles = settings.RolesByName;

    /// <summary>
    /// What the audit log calls them: it ends in the provider's address, which has no blanks, so that it is no API key's name, which ends in a blank and brackets. Null if there is no subject, or one that is too long.
    /// </summary>
    public string? NameOf(ClaimsPrincipal token) =>
        token.FindFirstValue(Subject) is { Length: > 0 } subject && FieldRules.IsVisible(subject) && $"{subject} @ {settings.Authority}" is { Length: <= LongestName } name ? name : null;

    /// <summary>The caller; null if the claims give no right: there has to be one role that the settings let the provider give, and stores, or <c>*</c> for all.</summary>
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
