using Jpos.Api.Problems;
using Jpos.Application.BackOffice.Requests;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>The address is about something that belongs to no store, such as cards: whoever is limited to specific stores is told so (403), instead of being shown nothing.</summary>
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
