using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Jpos.Domain.Text;
using Microsoft.Extensions.Configuration;

namespace Jpos.Infrastructure.Settings;

/// <summary>
/// Checks every setting under <c>Jpos</c> before it is used. The classes with <see cref="SettingsSectionAttribute"/> define the known settings and their allowed values.
/// </summary>
public static class SettingsCheck
{
    internal const string Root = "Jpos";

    private static readonly string[] Secrets = ["Secret", "Password", "Pin"];

    /// <summary>Checks all settings.</summary>
    /// <param name="configuration">The settings of all sources.</param>
    /// <param name="assemblies">The assemblies with the classes of the sections.</param>
    /// <exception cref="SettingException">A setting is unknown, or its value is not allowed.</exception>
    public static void Run(IConfiguration configuration, params IReadOnlyCollection<Assembly> assemblies)
    {
        var sections = Sections(assemblies);
        RootSettings.Check(configuration, MembersOf(sections, Root).Keys);
        Check(configuration.GetSection(Root), path => MembersOf(sections, path), sections);
        CheckConnectionStrings(configuration.GetSection("ConnectionStrings"));
    }

    /// <summary>Refuses a misspelt name of the connection string, with which the host would silently use another database. Connection strings of other programs are allowed.</summary>
    private static void CheckConnectionStrings(IConfigurationSection section)
    {
        foreach (var other in section.GetChildren().Where(child => !child.Key.Equals(Root, StringComparison.OrdinalIgnoreCase)))
        {
            if (NearestName.IsNear(other.Key, Root))
            {
                throw Unknown(other, [Root]);
            }
        }
    }

    /// <summary>Returns the classes of each section.</summary>
    internal static ILookup<string, Type> Sections(IEnumerable<Assembly> assemblies) => assemblies
        .SelectMany(assembly => assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<SettingsSectionAttribute>(false).Select(section => (section.Path, Type: section.Type ?? type)))
            .Concat(assembly.GetCustomAttributes<SettingsSectionAttribute>().Select(section => (section.Path, Type: section.Type!))))
        .ToLookup(section => section.Path, section => section.Type, StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, PropertyInfo?> MembersOf(ILookup<string, Type> sections, string path)
    {
        var members = new Dictionary<string, PropertyInfo?>(StringComparer.OrdinalIgnoreCase);
        foreach (var inner in sections.Select(section => section.Key).Where(section => section.StartsWith($"{path}:", StringComparison.OrdinalIgnoreCase)))
        {
            members[inner[(path.Length + 1)..].Split(':')[0]] = null;
        }

        foreach (var property in sections[path].SelectMany(PropertiesOf))
        {
            members[property.Name] = property;
        }

        return members;
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.SetMethod is not null);

    private static void Check(IConfigurationSection section, Func<string, Dictionary<string, PropertyInfo?>> membersOf, ILookup<string, Type> sections)
    {
        if (section.Value is { Length: > 0 })
        {
            throw new SettingException($"{section.Path} is a group of settings and cannot have a value. Set one of its settings instead. See docs/settings.md.");
        }

        var members = membersOf(section.Path);
        foreach (var child in section.GetChildren())
        {
            if (!members.TryGetValue(child.Key, out var property))
            {
                throw Unknown(child, members.Keys);
            }

            if (property is null)
            {
                Check(child, membersOf, sections);
            }
            else
            {
                CheckValue(child, property.PropertyType, property.GetCustomAttributes<ValidationAttribute>());
            }
        }
    }

    private static SettingException Unknown(IConfigurationSection setting, IEnumerable<string> known) =>
        SettingException.Unknown(setting.Path, NearestName.Of(setting.Key, known) is { } nearest ? setting.Path[..^setting.Key.Length] + nearest : null);

    private static void CheckValue(IConfigurationSection setting, Type declared, IEnumerable<ValidationAttribute> rules)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (IsScalar(type))
        {
            CheckScalar(setting, type, [.. rules]);
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
        {
            foreach (var entry in setting.GetChildren())
            {
                if (type.GenericTypeArguments[0] is { IsEnum: true } keys && !Enum.GetNames(keys).Contains(entry.Key, StringComparer.OrdinalIgnoreCase))
                {
                    throw Unknown(entry, Enum.GetNames(keys));
                }

                CheckValue(entry, type.GenericTypeArguments[1], []);
            }
        }
        else if (ElementOf(type) is { } element)
        {
            foreach (var entry in setting.GetChildren())
            {
                if (!NumberText.TryParseWhole(entry.Key, out _))
                {
                    throw new SettingException($"{entry.Path} is not a setting. {setting.Path} is a list: number its entries {setting.Path}:0, {setting.Path}:1 and so on.");
                }

                CheckValue(entry, element, []);
            }

            RefuseValue(setting);
        }
        else
        {
            var members = PropertiesOf(type).ToDictionary(property => property.Name, property => (PropertyInfo?)property, StringComparer.OrdinalIgnoreCase);
            Check(setting, _ => members, Enumerable.Empty<Type>().ToLookup(_ => ""));
        }
    }

    private static void RefuseValue(IConfigurationSection setting)
    {
        if (setting.Value is { Length: > 0 })
        {
            throw new SettingException($"{setting.Path} is a list: number its entries {setting.Path}:0, {setting.Path}:1 and so on.");
        }
    }

    private static void CheckScalar(IConfigurationSection setting, Type type, ValidationAttribute[] rules)
    {
        if (setting.GetChildren().FirstOrDefault() is { } inner)
        {
            throw new SettingException($"{inner.Path} is not a setting. Did you mean {setting.Path}?");
        }

        if (setting.Value is not { } text)
        {
            return;
        }

        var value = Parse(text, type);
        if (value is null || Array.Exists(rules, rule => !rule.IsValid(value)))
        {
            var isSecret = Array.Exists(Secrets, secret => setting.Key.EndsWith(secret, StringComparison.OrdinalIgnoreCase));
            throw new SettingException($"{setting.Path} {(isSecret ? "has an invalid value (not shown)" : $"has the invalid value \"{OneLine(text)}\"")}. Allowed: {Allowed(type, rules)}.");
        }
    }

    private static string OneLine(string text) => new([.. text.Select(character => char.IsControl(character) ? ' ' : character)]);

    private static object? Parse(string text, Type type)
    {
        if (type == typeof(bool))
        {
            return text.ToLowerInvariant() switch { "true" => true, "false" => false, _ => null };
        }

        if (type == typeof(int))
        {
            return NumberText.TryParseWhole(text, out var whole) && whole <= int.MaxValue ? (int)whole : null;
        }

        if (type == typeof(decimal) || type == typeof(double))
        {
            return !NumberText.TryParseDecimal(text, false, out var number) ? null : type == typeof(double) ? (double)number : number;
        }

        if (type == typeof(Uri))
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
        }

        if (type.IsEnum)
        {
            return Enum.GetNames(type).Contains(text, StringComparer.Ordinal) ? Enum.Parse(type, text) : null;
        }

        return FieldRules.IsVisible(text) ? text : null;
    }

    private static string Allowed(Type type, ValidationAttribute[] rules)
    {
        var range = rules.OfType<RangeAttribute>().FirstOrDefault();
        var bounds = range is null ? ", 0 or more" : string.Create(CultureInfo.InvariantCulture, $" from {range.Minimum} to {range.Maximum}");
        return rules.OfType<AllowedValuesAttribute>().FirstOrDefault() is { } words ? string.Join(", ", words.Values.OfType<string>())
            : type == typeof(bool) ? "true, false"
            : type == typeof(int) ? $"a whole number{bounds}"
            : type == typeof(decimal) || type == typeof(double) ? $"a number{bounds}"
            : type == typeof(Uri) ? "an absolute address, such as https://example.org/texts"
            : type.IsEnum ? string.Join(", ", Enum.GetNames(type))
            : rules.OfType<MinLengthAttribute>().FirstOrDefault() is { } shortest ? $"text of at least {shortest.Length} characters"
            : "one line of text";
    }

    private static bool IsScalar(Type type) => type.IsEnum || type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(decimal) || type == typeof(double) || type == typeof(Uri);

    private static Type? ElementOf(Type type) => type.IsArray ? type.GetElementType() : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GenericTypeArguments[0] : null;
}
