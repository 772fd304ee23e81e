using Jpos.Application.BackOffice;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Jpos.Api.BackOffice.Access;

/// <summary>The address is about something that belongs to no store, such as cards: whoever is limited to specific stores is told so (403), instead of being shown nothing.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NetworkWideAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (Callers.Of(context.HttpContext.User).IsOfSomeStores)
        {
            context.Result = Problems.Result(context.HttpContext, ActSteps.OfNoStore);
        }
    }
}
