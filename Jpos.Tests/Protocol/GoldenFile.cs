using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Protocol;

/// <summary>
/// A conversation written down, in blocks with an empty line between them. <c>#</c> begins a comment. A block is either one line of what happens besides,
/// <c>SETTING name=value</c> (before all else), <c>SIGN ON terminal</c>, <c>ARRANGE what which state [value]</c>, <c>WAIT seconds</c>, <c>ALERTS how-many-so-far</c>, <c>TEXTS how-many-so-far</c>,
/// or a message and its answer: <c>POST path</c>, headers as <c>Name: value</c>, fields as <c>name=value</c>, the HTTP status, the JSON, byte for byte.
/// What is random is <c>&lt;hex 80&gt;</c>, and <c>&lt;serial:name&gt;</c>: 12 digits, the same wherever the name stands, in fields too, and others for every other name.
/// The setting <c>Jpos:Sms:File=&lt;file&gt;</c> names a file of the conversation's own; a field's <c>&lt;code:mobile&gt;</c> is the last verify code that was sent there, <c>&lt;first:mobile&gt;</c> the first, and <c>&lt;wrong:mobile&gt;</c> another than the last.
/// <c>&lt;pin:digits&gt;</c> is that PIN, encrypted for the message's card under the keys that its terminal got when it last signed on.
/// </summary>
internal sealed partial class GoldenFile
{
    private readonly JposHost host;
    private readonly Texts texts;
    private readonly Dictionary<string, string> serials = [];
    private readonly Dictionary<string, PosTerminal> terminals = [];

    private GoldenFile(JposHost host, Texts texts)
    {
        this.host = host;
        this.texts = texts;
    }

    public static async Task Run(string text, SharedHosts hosts)
    {
        var blocks = Blocks(text);
        var settings = blocks.TakeWhile(block => block[0].StartsWith("SETTING ", StringComparison.Ordinal)).Select(block => block[0]["SETTING ".Length..]).ToList();
        var steps = blocks.Skip(settings.Count).ToList();
        Assert.That(steps.Count(step => step.Count > 1), Is.Positive, "messages");

        await using var shared = await hosts.Borrow(string.Join('\n', settings));
        var conversation = new GoldenFile(shared.Host, shared.Texts);
        foreach (var step in steps)
        {
            await conversation.Run(step);
        }
    }

    private static List<List<string>> Blocks(string text)
    {
        var lines = text.Split('\n').Where(line => !line.StartsWith('#'));
        return [.. string.Join('\n', lines).Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(block => block.Split('\n').ToList())];
    }

    private async Task Run(List<string> step)
    {
        var words = step[0].Split(' ', 2);
        switch (words[0])
        {
            case "POST":
                await Exchange(words[1], step);
                break;
            case "SIGN":
                var number = step[0]["SIGN ON ".Length..];
                terminals[number] = await PosTerminal.SignOn(host, number);
                break;
            case "ARRANGE":
                await host.Arrange(words[1]);
                break;
            case "WAIT":
                host.Time.Advance(TimeSpan.FromSeconds(int.Parse(words[1], CultureInfo.InvariantCulture)));
                break;
            case "ALERTS":
                Assert.That(await host.InDatabase(db => db.Alerts.CountAsync()), Is.EqualTo(int.Parse(words[1], CultureInfo.InvariantCulture)), "alerts");
                break;
            case "TEXTS":
                Assert.That(texts.All(), Has.Count.EqualTo(int.Parse(words[1], CultureInfo.InvariantCulture)), "texts");
                break;
            default:
                throw new FormatException($"A golden file has no such line: {step[0]}");
        }
    }

    private async Task Exchange(string path, List<string> step)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var line in step[1..^2])
        {
            if (Header().Match(line) is { Success: true } header)
            {
                request.Headers.Add(header.Groups[1].Value, header.Groups[2].Value);
            }
            else
            {
                var field = line.Split('=', 2);
                fields.Add(KeyValuePair.Create(field[0], Code().Replace(Placeholder().Replace(field[1], known => serials[known.Groups["name"].Value]), CodeOf)));
            }
        }

        var pin = fields.FindIndex(field => field.Value.StartsWith("<pin:", StringComparison.Ordinal));
        if (pin >= 0)
        {
            string Field(string name) => fields.Find(field => field.Key == name).Value;
            fields[pin] = KeyValuePair.Create(fields[pin].Key, terminals[Field("terminalNo")].PinBlock(fields[pin].Value[5..^1], Field("cardNo")));
        }

        request.Content = new FormUrlEncodedContent(fields);
        using var response = await host.Http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();

        Assert.That(response.StatusCode, Is.EqualTo((HttpStatusCode)int.Parse(step[^2], CultureInfo.InvariantCulture)), answer);
        var match = Regex.Match(answer, $"^{Pattern(step[^1])}$");
        if (!match.Success)
        {
            // Fails, and shows where the two differ.
            Assert.That(answer, Is.EqualTo(step[^1]));
        }

        foreach (var named in match.Groups.Cast<Group>().Where(group => char.IsAsciiLetter(group.Name[0])))
        {
            Assert.That(serials.TryAdd(named.Name, named.Value) && serials.Values.Distinct().Count() == serials.Count, Is.True, $"{named.Value} is a serial number of its own");
        }
    }

    private string CodeOf(Match placeholder)
    {
        var codes = texts.CodesFor(placeholder.Groups["mobile"].Value);
        return placeholder.Groups["which"].Value switch
        {
            "code" => codes[^1],
            "first" => codes[0],
            _ => Texts.Wrong(codes[^1]),
        };
    }

    private string Pattern(string expected) => string.Concat(Pieces(expected));

    private IEnumerable<string> Pieces(string expected)
    {
        var end = 0;
        foreach (var placeholder in Placeholder().Matches(expected).Cast<Match>())
        {
            yield return Regex.Escape(expected[end..placeholder.Index]);
            end = placeholder.Index + placeholder.Length;
            var name = placeholder.Groups["name"].Value;
            yield return placeholder.Groups["digits"].Success
                ? $"[0-9A-Fa-f]{{{placeholder.Groups["digits"].Value}}}"
                : serials.TryGetValue(name, out var known) ? known : $"(?<{name}>[0-9]{{12}})";
        }

        yield return Regex.Escape(expected[end..]);
    }

    [GeneratedRegex("<hex (?<digits>[0-9]+)>|<serial:(?<name>[a-z]+)>")]
    private static partial Regex Placeholder();

    [GeneratedRegex("<(?<which>code|first|wrong):(?<mobile>[0-9]{11})>")]
    private static partial Regex Code();

    [GeneratedRegex("^([A-Za-z-]+): (.+)$")]
    private static partial Regex Header();
}
