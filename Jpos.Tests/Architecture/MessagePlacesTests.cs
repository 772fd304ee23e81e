using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jpos.Api.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Tests.Architecture;

/// <summary>docs/contributing.md lists every place that a terminal message touches. Each message is in each of them.</summary>
internal sealed partial class MessagePlacesTests
{
    private static readonly Type[] Messages = [.. typeof(TerminalMessage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(TerminalMessage)) && !type.IsAbstract)];

    private static readonly MethodInfo[] Actions =
        [.. typeof(ProtocolController).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ProtocolController))).SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))];

    /// <summary>Rows of the list: in which files of the repository, and with which text, a message is there.</summary>
    private static readonly List<Place> Places =
    [
        .. Row().Matches(File.ReadAllText(RepositoryFile.PathOf("docs/contributing.md")))
            .Select(row => new Place(row.Groups["files"].Value, row.Groups["text"].Value.Trim(), row.Groups["whose"].Value)),
    ];

    [Test]
    public void The_guide_lists_places() => Assert.That(Places.Select(place => place.Whose).Distinct(), Is.EquivalentTo(["each", "transactions"]));

    [TestCaseSource(nameof(Messages))]
    public void A_message_is_in_every_place_that_the_guide_lists(Type message)
    {
        var actions = Actions.Where(action => MessageOf(action) == message).ToList();
        Assert.That(actions, Has.Count.EqualTo(1), "the controller's action that sends it");
        Assert.That(Missing(WordsOf(message, actions[0]), IsTransaction(message)), Is.Empty);
    }

    /// <summary>So that no row is there that could not fail.</summary>
    [Test]
    public void A_message_that_is_nowhere_is_missed_in_every_place() => Assert.That(
        Missing(
            new()
            {
                ["Message"] = "Donate",
                ["Form"] = "DonateForm",
                ["Answer"] = "DonateAnswer",
                ["path"] = "trans/donate",
                ["golden"] = "donate",
                ["Operation"] = "Donate",
            },
            isTransaction: true),
        Has.Count.EqualTo(Places.Count));

    [TestCaseSource(nameof(Messages))]
    public void The_protocol_lists_the_keys_of_the_answer(Type message)
    {
        var action = Actions.Single(action => MessageOf(action) == message);
        var answer = action.GetCustomAttribute<ProducesResponseTypeAttribute>()!.Type;
        var keys = answer.GetProperties().Where(key => key.DeclaringType != typeof(TerminalAnswer)).Select(key => JsonNamingPolicy.CamelCase.ConvertName(key.Name));
        Assert.That(ListedKeys(WordsOf(message, action)["path"]), Is.EquivalentTo(keys));
    }

    /// <summary>Returns the keys in the protocol's table of endpoints; a row may refer to another.</summary>
    private static IEnumerable<string> ListedKeys(string path)
    {
        var rows = Endpoint().Matches(File.ReadAllText(RepositoryFile.PathOf("docs/protocol.md"))).ToDictionary(row => row.Groups["path"].Value, row => row.Groups["keys"].Value);
        var keys = rows[path];
        return keys.StartsWith("as ", StringComparison.Ordinal) ? ListedKeys(rows.Keys.Single(other => other == keys[3..] || other == $"trans/{keys[3..]}"))
            : keys == "nothing more" ? []
            : Nested().Replace(keys, "").Split(',').Select(key => key.Trim());
    }

    private static List<string> Missing(Dictionary<string, string> words, bool isTransaction) =>
        [.. Places.Where(place => (isTransaction || place.Whose == "each") && !Holds(Fill(place.Files, words), Fill(place.Text, words))).Select(place => $"{Fill(place.Files, words)}: {Fill(place.Text, words)}")];

    private static Dictionary<string, string> WordsOf(Type message, MethodInfo action)
    {
        var document = action.DeclaringType!.GetCustomAttributes<RouteAttribute>().Single(route => route.Template.StartsWith(Routes.Document, StringComparison.Ordinal)).Template[Routes.Document.Length..];
        var path = string.Join('/', new[] { document, action.GetCustomAttribute<HttpPostAttribute>()!.Template }.Where(part => part is not null));
        return new()
        {
            ["Message"] = message.Name,
            ["Form"] = action.GetParameters()[0].ParameterType.Name,
            ["Answer"] = action.GetCustomAttribute<ProducesResponseTypeAttribute>()!.Type.Name,
            ["path"] = path,
            ["golden"] = GoldenFileTests.NameOf(path),
            ["Operation"] = IsTransaction(message) ? $"{(Operations)message.GetProperty("Operation")!.GetValue(RuntimeHelpers.GetUninitializedObject(message))!}" : "",
        };
    }

    private static bool IsTransaction(Type message) => message.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(TransactionMessage<>);

    /// <summary>Returns the message that an action makes: by its constructor, as a reversal, or by its form.</summary>
    private static Type? MessageOf(MethodInfo action)
    {
        var code = action.GetMethodBody()!.GetILAsByteArray()!;
        var called = Enumerable.Range(0, code.Length - 4).Select(at => Resolve(action.Module, BitConverter.ToInt32(code, at + 1))).OfType<MethodBase>().ToList();
        return called.OfType<ConstructorInfo>().Select(made => made.DeclaringType!).FirstOrDefault(Messages.Contains)
            ?? called.OfType<MethodInfo>().Where(method => method.Name == "ToCommand").Select(method => method.ReturnType).FirstOrDefault();
    }

    private static MethodBase? Resolve(Module module, int token)
    {
        try
        {
            return module.ResolveMethod(token);
        }
        catch (Exception none) when (none is ArgumentException or BadImageFormatException)
        {
            return null;
        }
    }

    private static string Fill(string pattern, Dictionary<string, string> words) => words.Aggregate(pattern, (text, word) => text.Replace($"{{{word.Key}}}", word.Value, StringComparison.Ordinal));

    private static bool Holds(string files, string text)
    {
        var whole = new Regex($"(?<![A-Za-z0-9/]){Regex.Escape(text)}(?![A-Za-z0-9/])");
        var root = RepositoryFile.PathOf("");
        return Find(root, files.Split('/')).Any(file => whole.IsMatch(File.ReadAllText(file)));
    }

    private static IEnumerable<string> Find(string folder, string[] steps) => steps is [var name]
        ? Directory.EnumerateFiles(folder, name)
        : Directory.EnumerateDirectories(folder, steps[0]).SelectMany(next => Find(next, steps[1..]));

    /// <summary>Three columns: for which messages, the files, a text that is there in one of them.</summary>
    [GeneratedRegex(@"^\| (?<whose>each|transactions) \| [^|]+ \| `(?<files>[^`|]+)` \| (?<code>`+)(?<text>[^|]+?)\k<code> \|\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| `(?<path>[A-Za-z/]+)` [^|`]+ \|[^|]+\| (?<keys>[^|]+) \|\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Endpoint();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Nested();

    private sealed record Place(string Files, string Text, string Whose);
}
