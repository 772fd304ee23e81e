namespace Jpos.Api.BackOffice.Requests;

/// <summary>Marks a body that is a merge patch of the input of the controller's PUT.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MergePatchAttribute : FromBodyAttribute
{
    /// <summary>Returns the input type of a controller's PUT.</summary>
    public static Type InputOf(Type controller) =>
        controller.GetMethods().Single(action => action.IsDefined(typeof(HttpPutAttribute), inherit: true)).GetParameters().Single(parameter => parameter.Name == "input").ParameterType;
}
