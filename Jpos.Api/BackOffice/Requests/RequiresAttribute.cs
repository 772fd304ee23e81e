using Microsoft.AspNetCore.Authorization;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Names the permission that an action requires.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAttribute(Permission permission) : AuthorizeAttribute(permission.ToString())
{
    public Permission Right => permission;
}
