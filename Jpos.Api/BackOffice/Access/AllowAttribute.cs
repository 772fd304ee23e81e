using Jpos.Domain.Access;
using Microsoft.AspNetCore.Authorization;

namespace Jpos.Api.BackOffice.Access;

/// <summary>Who has this right may come to the address; nobody else may.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowAttribute(Right right) : AuthorizeAttribute(right.ToString())
{
    public Right Right => right;
}
