namespace Jpos.Api.BackOffice.Requests;

/// <summary>Marks a body that is a merge patch of the input of the controller's PUT.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MergePatchAttribute : FromBodyAttribute
{
    /// <summary>Returns the input type of a controller's PUT: that of its body, which is the only parameter with fields of its own.</summary>
    public static Type InputOf(Type controller) =>
        controller.GetMethods().Single(action => action.IsDefined(typeof(HttpPutAttribute), inherit: true)).GetParameters().Select(parameter => parameter.ParameterType).Single(type => type.IsClass && type != typeof(string));
}
