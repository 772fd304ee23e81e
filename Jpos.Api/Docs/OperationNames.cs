using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Jpos.Api.Docs;

/// <summary>What operations are called, so that a generated client has methods with names to read: by convention, from the controller and its method.</summary>
internal static partial class OperationNames
{
    public const string TerminalTag = "Terminal protocol";

    public static bool IsOfBackOffice(this ControllerActionDescriptor action) => action.ControllerTypeInfo.IsSubclassOf(typeof(BackOfficeController));

    /// <summary>Of the back office <c>listStores</c>, <c>getStore</c>, <c>createStore</c>, <c>changeCardState</c>: verb, thing, and what of the thing. Of the terminals <c>transConsume</c>, as the addresses go.</summary>
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

    /// <summary>What a path calls one of the things: <c>the card product's id</c>.</summary>
    public static string OfThing(ControllerActionDescriptor action, string parameter) =>
        $"The {Sentence(Singular(action.ControllerName)).ToLowerInvariant()}'s {Sentence(parameter).ToLowerInvariant()}.";

    /// <summary>The text of an action of all resources, with what its controller is about in place of <c>{thing}</c> and <c>{things}</c>.</summary>
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
