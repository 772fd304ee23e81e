using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Jpos.Api.Docs;

/// <summary>The comments of the code, from the XML files that the compiler writes beside the assemblies.</summary>
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

    /// <summary>Returns the summary of a type, a property or a method; null if it has none.</summary>
    public string? Of(MemberInfo member) => members.GetValueOrDefault(Key(member))?.Element("summary") is { } summary ? Text(summary) : null;

    /// <summary>Returns the text of an action from the element with its name in the controller's comment, else the summary of the action.</summary>
    public string? Of(Type controller, MethodInfo action) => members.GetValueOrDefault(Key(controller))?.Element(action.Name) is { } text ? Text(text) : Of(action);

    /// <summary>Returns the description of a method's parameter; null if it has none.</summary>
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

    /// <summary>Removes the parameters from a key; actions have no overloads.</summary>
    private static string WithoutParameters(string key) => key.Split('(')[0];

    private static string Text(XElement element) => Spaces().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } reference => $"`{JsonNamingPolicy.CamelCase.ConvertName(reference.Value.Split('.')[^1])}`",
        XElement { Name.LocalName: "see" } see when see.Attribute("href") is { } address => $"[{see.Value}]({ProtocolPage.AddressOf(address.Value)})",
        XElement other => other.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
