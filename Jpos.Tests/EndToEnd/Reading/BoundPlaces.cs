using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jpos.Api.BackOffice.Requests;
using Jpos.Api.TerminalProtocol.Messages;
using Jpos.Domain.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>Finds all places that controllers bind, by reflection: what somebody adds is found without a word here.</summary>
internal static partial class BoundPlaces
{
    /// <summary>Returns the places of all controllers of the host.</summary>
    public static List<BoundPlace> OfHost() => [.. typeof(Program).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ControllerBase)) && !type.IsAbstract).SelectMany(Of)];

    /// <summary>Returns one place for each address of the back office: those that bind nothing have one without a name.</summary>
    public static IEnumerable<BoundPlace> AddressesOfHost() =>
        from controller in typeof(Program).Assembly.GetTypes()
        where controller.IsAssignableTo(typeof(BackOfficeController)) && !controller.IsAbstract
        from action in controller.GetMethods()
        from verb in action.GetCustomAttributes<HttpMethodAttribute>()
        select new BoundPlace(verb.HttpMethods.Single(), PathOf(controller, verb), Source.Path, "", typeof(string), null, PermissionOf(controller, action));

    /// <summary>Returns the places of one controller.</summary>
    public static IEnumerable<BoundPlace> Of(Type controller) =>
        from action in controller.GetMethods()
        from verb in action.GetCustomAttributes<HttpMethodAttribute>()
        from place in Of(controller, action, verb)
        select place;

    private static IEnumerable<BoundPlace> Of(Type controller, MethodInfo action, HttpMethodAttribute verb)
    {
        var path = PathOf(controller, verb);
        var method = verb.HttpMethods.Single();
        var permission = PermissionOf(controller, action);
        var parameters = action.GetParameters().Where(parameter => parameter.ParameterType != typeof(CancellationToken)).ToList();
        var body = parameters.FirstOrDefault(parameter => SourceOf(parameter, path) is Source.Body or Source.Form);
        var input = body is null ? null : InputOf(controller, body);
        foreach (var parameter in parameters)
        {
            var source = SourceOf(parameter, path);
            var type = source is Source.Body ? InputOf(controller, parameter) : BoundPlace.Bare(parameter.ParameterType);
            foreach (var (name, inner) in IsSimple(type) ? [(parameter.Name!, type)] : Properties("", type))
            {
                yield return new BoundPlace(method, path, source, name, inner, input, permission);
            }
        }

        foreach (var header in Headers(controller, method))
        {
            yield return new BoundPlace(method, path, Source.Header, header, typeof(string), input, permission);
        }
    }

    private static string PathOf(Type controller, HttpMethodAttribute verb)
    {
        var root = controller.GetCustomAttributes<RouteAttribute>().Select(route => route.Template).OrderByDescending(template => template.Length).First();
        return "/" + Constraint().Replace(Version().Replace(verb.Template is null ? root : $"{root}/{verb.Template}", "v1"), "{$1}");
    }

    private static IEnumerable<(string Name, Type Type)> Properties(string within, Type type) =>
        from property in BoundPlace.PropertiesOf(type)
        let name = within + JsonNamingPolicy.CamelCase.ConvertName(property.Name)
        let inner = BoundPlace.Bare(property.PropertyType)
        from place in IsNested(inner) ? Properties($"{name}.", inner).Prepend((name, inner)) : [(name, inner)]
        select place;

    /// <summary>The headers that filters read, which no parameter shows.</summary>
    private static string[] Headers(Type controller, string method) =>
        controller.IsAssignableTo(typeof(ProtocolController)) ? [SignatureHeaders.Mac, SignatureHeaders.Time]
        : method is "POST" ? [IdempotencyKeyFilter.Header]
        : method is "GET" ? []
        : ["If-Match"];

    private static Source SourceOf(ParameterInfo parameter, string path) =>
        path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal) ? Source.Path
        : parameter.IsDefined(typeof(FormAttribute)) ? Source.Form
        : parameter.IsDefined(typeof(FromQueryAttribute)) || IsSimple(BoundPlace.Bare(parameter.ParameterType)) ? Source.Query
        : Source.Body;

    private static Type InputOf(Type controller, ParameterInfo parameter) => parameter.IsDefined(typeof(MergePatchAttribute)) ? MergePatchAttribute.InputOf(controller) : parameter.ParameterType;

    private static Permission? PermissionOf(Type controller, MethodInfo action) =>
        action.GetCustomAttribute<RequiresAttribute>()?.Right ?? controller.GetCustomAttribute<ResourcePermissionsAttribute>()?.Of(action);

    private static bool IsSimple(Type type) => type.IsValueType || type == typeof(string);

    private static bool IsNested(Type type) => type.Namespace is { } space && space.StartsWith("Jpos.", StringComparison.Ordinal) && space.Contains(".BackOffice.", StringComparison.Ordinal) && !type.IsEnum;

    [GeneratedRegex(@"v\{version:.*?\]\]\\d\*\$\)\}")]
    private static partial Regex Version();

    [GeneratedRegex(@"\{(\w+):\w+\}")]
    private static partial Regex Constraint();
}
