using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Jpos.Domain;
using Jpos.Infrastructure.Settings;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Docs;

/// <summary>docs/settings.md lists every setting of the host under a heading of its own, with the default and the range that the code has.</summary>
internal sealed partial class SettingsPageTests
{
    private static readonly Dictionary<string, Match> Page = Heading().Matches(File.ReadAllText(RepositoryFile.PathOf("docs/settings.md"))).ToDictionary(heading => heading.Groups["name"].Value);

    private static readonly List<Setting> Code = [.. SettingsCheck.Sections([typeof(Program).Assembly, typeof(SettingsCheck).Assembly]).SelectMany(section => section.SelectMany(type => Of(section.Key, type, Instance(type))))];

    private static IEnumerable<TestCaseData> Ranges => Code.Where(setting => setting.Range is not null).Select(setting => new TestCaseData(setting.Name, setting.Range));

    private static IEnumerable<TestCaseData> Defaults => Code.Where(setting => setting.Default is not null).Select(setting => new TestCaseData(setting.Name, setting.Default));

    private static IEnumerable<TestCaseData> Words => Code.Where(setting => setting.Words.Length > 0).Select(setting => new TestCaseData(setting.Name, setting.Words));

    [Test]
    public void Every_setting_has_a_heading_and_every_heading_is_a_setting()
    {
        Assert.That(Code, Has.Count.GreaterThan(60));
        Assert.That(Page.Keys.Where(name => name.StartsWith("Jpos:", StringComparison.Ordinal)), Is.EquivalentTo(Code.Select(setting => setting.Name)));
    }

    [TestCaseSource(nameof(Ranges))]
    public void The_range_is_the_one_of_the_code(string name, string range) => Assert.That(Page[name].Groups["allowed"].Value, Does.StartWith($"{range}."));

    [TestCaseSource(nameof(Defaults))]
    public void The_default_is_the_one_of_the_code(string name, string value) => Assert.That(First(Page[name].Groups["default"].Value), Is.EqualTo(value));

    [TestCaseSource(nameof(Words))]
    public void The_allowed_words_are_those_of_the_code(string name, string[] words) =>
        Assert.That(Quoted().Matches(Page[name].Groups["allowed"].Value).Select(word => word.Groups[1].Value), Is.EquivalentTo(words));

    private static IEnumerable<Setting> Of(string path, Type type, object? instance) =>
        type.GetProperties().Where(property => property.SetMethod is not null).SelectMany(property => Of(path, property, instance));

    private static IEnumerable<Setting> Of(string path, PropertyInfo property, object? instance)
    {
        var name = $"{path}:{property.Name}";
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
        {
            return type.GenericTypeArguments[0].IsEnum
                ? Enum.GetNames(type.GenericTypeArguments[0]).Select(key => new Setting($"{name}:{key}", null, Text(DefaultRate(key)), []))
                : Of($"{name}:<name>", type.GenericTypeArguments[1], null);
        }

        var isList = type.IsArray || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>));
        if (!isList && type.IsClass && type != typeof(string) && type != typeof(Uri))
        {
            return Of(name, type, null);
        }

        var words = type.IsEnum ? Enum.GetNames(type) : property.GetCustomAttribute<AllowedValuesAttribute>()?.Values.OfType<string>().ToArray() ?? [];
        var range = property.GetCustomAttribute<System.ComponentModel.DataAnnotations.RangeAttribute>() is { } bounds ? string.Create(CultureInfo.InvariantCulture, $"{bounds.Minimum} to {bounds.Maximum}") : null;
        return [new Setting(isList ? $"{name}:0" : name, range, isList || instance is null ? null : Text(Default(property, instance)), words)];
    }

    private static object? Instance(Type type) => type.GetConstructor(Type.EmptyTypes)?.Invoke([]);

    /// <summary>The programme knows its own defaults; its settings only say what differs.</summary>
    private static object? Default(PropertyInfo property, object instance) => instance is ProgrammeSettings programme && property.GetValue(instance) is null
        ? typeof(Domain.Programmes.ProgrammeRules).GetProperty(property.Name)!.GetValue(programme.Rules())
        : property.GetValue(instance);

    private static object? DefaultRate(string grade) => typeof(Domain.Programmes.ProgrammeRules).GetProperty($"{grade}Rate")!.GetValue(new ProgrammeSettings().Rules());

    private static string? Text(object? value) => value switch
    {
        null or "" => null,
        bool claim => claim ? "true" : "false",
        Points points => Text(points.ToDecimal()),
        Money money => Text(money.ToDecimal()),
        decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>The first value in a text such as <c>`0.01`; `x` in Development</c>, a number in its shortest form.</summary>
    private static string First(string text)
    {
        var value = Quoted().Match(text).Groups[1].Value;
        return decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? Text(number)! : value;
    }

    [GeneratedRegex("^### `(?<name>[^`]+)`\n\nDefault: (?<default>.+?)\\. Allowed: (?<allowed>.+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <param name="Name">Its path; an entry of a list is <c>:0</c>.</param>
    /// <param name="Range">What it may be, if the code bounds it.</param>
    /// <param name="Default">Its default outside Development; null if the code has none.</param>
    /// <param name="Words">The words that it may be; none if it is no word.</param>
    private sealed record Setting(string Name, string? Range, string? Default, string[] Words);
}
