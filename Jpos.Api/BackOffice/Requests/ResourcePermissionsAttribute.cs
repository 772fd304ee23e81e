using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Names the permissions to read and to change a resource, for actions without a permission of their own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ResourcePermissionsAttribute(Permission read, Permission write) : Attribute, IControllerModelConvention
{
    public Permission Read => read;

    public Permission Write => write;

    /// <summary>Returns the permission of an action that names none of its own.</summary>
    public Permission Of(MethodInfo action) => action.IsDefined(typeof(HttpGetAttribute)) ? read : write;

    public void Apply(ControllerModel controller)
    {
        foreach (var action in controller.Actions.Where(action => !action.ActionMethod.IsDefined(typeof(RequiresAttribute))))
        {
            foreach (var selector in action.Selectors)
            {
                selector.EndpointMetadata.Add(new RequiresAttribute(Of(action.ActionMethod)));
            }
        }
    }
}
