using System.Security.Claims;
using Jpos.Application.BackOffice.Requests;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Callers, as the claims that the framework passes on.</summary>
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

    /// <summary>Somebody who is known and may do nothing.</summary>
    public static ClaimsIdentity WithoutRight(string name, string scheme) => new([new(ClaimTypes.Name, name)], scheme);

    /// <summary>Whether somebody may; nobody who has no role may anything.</summary>
    public static bool May(ClaimsPrincipal user, Permission permission) =>
        user.Identity is { IsAuthenticated: true } && EnumNames.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) && role.Has(permission);

    public static Caller Of(ClaimsPrincipal user) => new(
        user.FindFirstValue(ClaimTypes.Name)!,
        EnumNames.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : throw new InvalidOperationException("Somebody without a role may do nothing."),
        [.. user.FindAll(StoreClaim).Select(claim => StoreNumber.Of(claim.Value))],
        user.FindFirstValue(PersonClaim)!,
        KeyId: user.FindFirstValue(KeyClaim));
}
