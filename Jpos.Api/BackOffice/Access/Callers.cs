using System.Security.Claims;
using Jpos.Application.BackOffice;
using Jpos.Domain.Access;
using Jpos.Domain.Protocol;

namespace Jpos.Api.BackOffice.Access;

/// <summary>Callers, as the claims that the framework passes on.</summary>
internal static class Callers
{
    private const string StoreClaim = "store";

    public static ClaimsIdentity Identity(Caller caller, string scheme) => new(
        [new(ClaimTypes.Name, caller.Name), new(ClaimTypes.Role, caller.Role.ToString()), .. caller.Stores.Select(store => new Claim(StoreClaim, store.Value))], scheme);

    public static Caller Of(ClaimsPrincipal user) => new(
        user.FindFirstValue(ClaimTypes.Name)!, Enum.Parse<Role>(user.FindFirstValue(ClaimTypes.Role)!), [.. user.FindAll(StoreClaim).Select(claim => StoreNumber.Of(claim.Value))]);
}
