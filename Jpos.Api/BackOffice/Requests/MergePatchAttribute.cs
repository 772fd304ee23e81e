namespace Jpos.Api.BackOffice.Requests;

/// <summary>The body is a merge patch of what the controller's PUT takes.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MergePatchAttribute : FromBodyAttribute
{
    /// <summary>Returns what a controller's PUT takes.</summary>
    public static Type InputOf(Type controller) =>
        controller.GetMethods().Single(action => action.IsDefined(typeof(HttpPutAttribute), inherit: true)).GetParameters().Single(parameter => parameter.Name == "input").ParameterType;
}
