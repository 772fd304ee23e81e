using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Jpos.Api.Docs;

/// <summary>Names operations by convention, from the controller and its method, so that generated clients have readable methods.</summary>
internal static partial class OperationNames
{
    public const string TerminalTag = "Terminal protocol";

    public static bool IsOfBackOffice(this ControllerActionDescriptor action) => action.ControllerTypeInfo.IsSubclassOf(typeof(BackOfficeController));

    /// <summary>Returns the id of an operation. In the back office it is verb, resource and part, as in <c>listStores</c>, <c>getStore</c> and <c>changeCardState</c>. For terminals it follows the address, as in <c>transConsume</c>.</summary>
    public static string Id(ControllerActionDescriptor action)
    {
        if (!action.IsOfBackOffice())
        {
            return JsonNamingPolicy.CamelCase.ConvertName(action.ControllerName + action.MethodInfo.Name);
        }

        var (verb, rest) = (Words(action.MethodInfo.Name)[0], string.Concat(Words(action.MethodInfo.Name)[1..]));
        var singular = Singular(action.ControllerName);
        var thing = verb is "List" && rest.Length == 0 ? action.ControllerName : verb == singular ? "" : singular;
        return JsonNamingPolicy.CamelCase.ConvertName(verb + thing + rest);
    }

    public static string Tag(ControllerActionDescriptor action) => action.IsOfBackOffice() ? Sentence(action.ControllerName) : TerminalTag;

    /// <summary>Returns the description of a path parameter: <c>the card product's id</c>.</summary>
    public static string OfThing(ControllerActionDescriptor action, string parameter) =>
        $"The {Sentence(Singular(action.ControllerName)).ToLowerInvariant()}'s {Sentence(parameter).ToLowerInvariant()}.";

    /// <summary>Replaces <c>{thing}</c> and <c>{things}</c> in the text of a shared action by the name of the controller's resource.</summary>
    public static string WithThing(ControllerActionDescriptor action, string text) => text
        .Replace("{thing}", Sentence(Singular(action.ControllerName)).ToLowerInvariant(), StringComparison.Ordinal)
        .Replace("{things}", Sentence(action.ControllerName).ToLowerInvariant(), StringComparison.Ordinal);

    private static string Sentence(string name) => string.Join(' ', Words(name).Select((word, at) => at == 0 ? word : word.ToLowerInvariant())).Replace("Api", "API", StringComparison.Ordinal);

    private static string Singular(string name) =>
        name.EndsWith("ies", StringComparison.Ordinal) ? name[..^3] + "y"
        : name.EndsWith("ches", StringComparison.Ordinal) || name.EndsWith("sses", StringComparison.Ordinal) ? name[..^2]
        : name.EndsWith('s') ? name[..^1]
        : name;

    private static string[] Words(string name) => Border().Split(name);

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.CultureInvariant)]
    private static partial Regex Border();
}
