using Jpos.Api.Problems;
using Jpos.Application.BackOffice.Requests;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Marks an action on a network-wide resource, such as cards. A store-scoped caller gets 403 instead of an empty result.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NetworkWideAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (CallerClaims.Of(context.HttpContext.User).IsStoreScoped)
        {
            context.Result = ProblemResults.Result(context.HttpContext, CommandAudit.NetworkWideOnly);
        }
    }
}
