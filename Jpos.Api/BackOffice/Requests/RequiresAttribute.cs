using Microsoft.AspNetCore.Authorization;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Who has this right may come to the address; nobody else may.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAttribute(Permission permission) : AuthorizeAttribute(permission.ToString())
{
    public Permission Right => permission;
}
