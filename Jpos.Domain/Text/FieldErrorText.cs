using System.Reflection;

namespace Jpos.Domain.Text;

/// <summary>The texts for refused values, the same for forms, JSON, CSV and settings: the field, what is wrong, and what is allowed. They never repeat the value.</summary>
public static class FieldErrorText
{
    /// <summary>The form in texts for a value whose type is not known there.</summary>
    public const string DocumentedForm = "a value in the form that the OpenAPI document shows";

    /// <summary>Returns the text for a missing field.</summary>
    public static string Missing(string field) => $"{field} is missing.";

    /// <summary>Returns the text for a value of another form.</summary>
    /// <param name="field">The field.</param>
    /// <param name="form">The allowed form, as it follows "must be".</param>
    public static string MustBe(string field, string form) => Sentence(field, $"must be {form}");

    /// <summary>Returns the text for a broken rule of a field.</summary>
    public static string Sentence(string field, string rule) => $"{field} {rule}.";

    /// <summary>Returns the text for a value that a domain type does not accept.</summary>
    /// <param name="field">The field.</param>
    /// <param name="type">The type, which has a <see cref="TextFormAttribute"/>.</param>
    public static string MustBe(string field, Type type) => MustBe(field, FormOf(type));

    /// <summary>Returns the form of an enumeration.</summary>
    public static string OneOf(params IEnumerable<string> words) => $"one of: {string.Join(", ", words)}";

    /// <summary>Returns the form of a whole number in a range.</summary>
    public static string Between(long from, long to) => string.Create(CultureInfo.InvariantCulture, $"{from} to {to}");

    /// <summary>Returns the form of one line for people to read.</summary>
    public static string LineOf(int shortest, int longest) => string.Create(CultureInfo.InvariantCulture, $"one line of {shortest} to {longest} visible characters");

    /// <summary>Returns the form of a domain type.</summary>
    /// <exception cref="InvalidOperationException">The type has no form.</exception>
    public static string FormOf(Type type) => type.GetCustomAttribute<TextFormAttribute>()?.Form ?? throw new InvalidOperationException($"{type.Name} has no TextForm attribute.");
}
