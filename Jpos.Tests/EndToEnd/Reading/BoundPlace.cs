using System.Reflection;
using Jpos.Domain.Access;

namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>A place of a request that the host reads a value from.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path, its parameters in braces, as the OpenAPI document has it.</param>
/// <param name="Source">From where it is bound.</param>
/// <param name="Name">Its name; that of a property within another has both, <c>rates.green</c>.</param>
/// <param name="Type">What it is bound to, without null.</param>
/// <param name="Input">The type of the body or form; null if the action has none.</param>
/// <param name="Right">What the address asks for; null for a terminal's.</param>
internal sealed record BoundPlace(string Method, string Path, Source Source, string Name, Type Type, Type? Input, Permission? Right)
{
    public bool IsOfTerminals => Right is null;

    /// <summary>The last part of its name.</summary>
    public string Leaf => Name[(Name.LastIndexOf('.') + 1)..];

    public bool IsList => Type != typeof(string) && Type.IsAssignableTo(typeof(System.Collections.IEnumerable));

    /// <summary>What it holds, or what each of its items is.</summary>
    public Type Item => IsList ? Bare(Type.GetGenericArguments()[0]) : Type;

    public static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    public override string ToString() => $"{Method} {Path} {Source} {Name}";

    /// <summary>The properties of a type that a request can set, those of its bases too.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true });
}
