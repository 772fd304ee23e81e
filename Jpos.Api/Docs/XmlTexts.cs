using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Jpos.Api.Docs;

/// <summary>What the comments in the code say, from the files that the compiler writes beside the assemblies.</summary>
internal sealed partial class XmlTexts
{
    private readonly Dictionary<string, XElement> members = [];

    public XmlTexts()
    {
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "Jpos.*.xml"))
        {
            foreach (var member in XDocument.Load(file).Descendants("member"))
            {
                members[WithoutParameters(member.Attribute("name")!.Value)] = member;
            }
        }
    }

    /// <summary>What a type, a property or a method says of itself; null if it says nothing.</summary>
    public string? Of(MemberInfo member) => members.GetValueOrDefault(Key(member))?.Element("summary") is { } summary ? Text(summary) : null;

    /// <summary>What a controller says of an action, in an element that is called as the action; what the action says of itself if there is none.</summary>
    public string? Of(Type controller, MethodInfo action) => members.GetValueOrDefault(Key(controller))?.Element(action.Name) is { } text ? Text(text) : Of(action);

    /// <summary>What a method says of a parameter; null if it says nothing.</summary>
    public string? Of(MethodInfo method, string parameter) =>
        members.GetValueOrDefault(Key(method))?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == parameter) is { } text ? Text(text) : null;

    private static string Key(MemberInfo member) => member switch
    {
        Type type => $"T:{Name(type)}",
        PropertyInfo property => $"P:{Name(property.DeclaringType!)}.{property.Name}",
        FieldInfo field => $"F:{Name(field.DeclaringType!)}.{field.Name}",
        _ => $"M:{Name(member.DeclaringType!)}.{member.Name}",
    };

    private static string Name(Type type) => (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    /// <summary>Actions have no overloads.</summary>
    private static string WithoutParameters(string key) => key.Split('(')[0];

    private static string Text(XElement element) => Spaces().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } reference => $"`{JsonNamingPolicy.CamelCase.ConvertName(reference.Value.Split('.')[^1])}`",
        XElement other => other.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
