using System.Security.Claims;
using Jpos.Application.BackOffice.Requests;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Converts callers to and from the framework's claims.</summary>
internal static class CallerClaims
{
    private const string StoreClaim = "store";
    private const string KeyClaim = "key";
    private const string PersonClaim = "person";

    public static ClaimsIdentity Identity(Caller caller, string scheme) => new(
        [
            new(ClaimTypes.Name, caller.Name),
            new(ClaimTypes.Role, EnumNames.Of(caller.Role)),
            .. caller.Stores.Select(store => new Claim(StoreClaim, store.Value)),
            new(PersonClaim, caller.Person),
            .. caller.KeyId is { } key ? (Claim[])[new(KeyClaim, key)] : [],
        ],
        scheme);

    /// <summary>A known caller without any permission.</summary>
    public static ClaimsIdentity WithoutRight(string name, string scheme) => new([new(ClaimTypes.Name, name)], scheme);

    /// <summary>Returns whether a caller has a permission. A caller without a role has none.</summary>
    public static bool May(ClaimsPrincipal user, Permission permission) =>
        user.Identity is { IsAuthenticated: true } && EnumNames.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) && role.Has(permission);

    public static Caller Of(ClaimsPrincipal user) => new(
        user.FindFirstValue(ClaimTypes.Name)!,
        EnumNames.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : throw new InvalidOperationException("Somebody without a role may do nothing."),
        [.. user.FindAll(StoreClaim).Select(claim => StoreNumber.Of(claim.Value))],
        user.FindFirstValue(PersonClaim)!,
        KeyId: user.FindFirstValue(KeyClaim));
}
