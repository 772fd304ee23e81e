using System.Globalization;
using System.Text.RegularExpressions;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.Protocol;

/// <summary>
/// A conversation written down, in blocks with an empty line between them. <c>#</c> begins a comment. A block is either one line of what happens besides,
/// <c>SETTING name=value</c> (before all else), <c>SIGN ON terminal</c>, <c>ARRANGE what which state [value]</c>, <c>WAIT seconds</c>, <c>ALERTS how-many-so-far</c>, <c>TEXTS how-many-so-far</c>,
/// or a message and its answer: <c>POST path</c>, headers as <c>Name: value</c>, fields as <c>name=value</c>, the HTTP status, the JSON, byte for byte; <c>.ci/renew-golden</c> writes the last two, and the numbers of alerts and texts.
/// What is random is <c>&lt;hex 80&gt;</c>, and <c>&lt;serial:name&gt;</c>: 12 digits, the same wherever the name stands, in fields too, and others for every other name.
/// The setting <c>Jpos:Sms:File=&lt;file&gt;</c> names a file of the conversation's own; a field's <c>&lt;code:mobile&gt;</c> is the last verify code that was sent there, <c>&lt;first:mobile&gt;</c> the first, and <c>&lt;wrong:mobile&gt;</c> another than the last.
/// <c>&lt;pin:digits&gt;</c> is that PIN, encrypted for the message's card under the keys that its terminal got when it last signed on.
/// </summary>
internal sealed partial class GoldenFile
{
    private readonly JposHost host;
    private readonly Texts texts;
    private readonly string[] lines;
    private readonly Dictionary<string, string> serials = [];
    private readonly Dictionary<string, PosTerminal> terminals = [];

    private GoldenFile(JposHost host, Texts texts, string[] lines)
    {
        this.host = host;
        this.texts = texts;
        this.lines = lines;
    }

    /// <summary>Has the conversation, and renews what the host said in it if golden files are renewed.</summary>
    /// <returns>The conversation, as it is now.</returns>
    public static async Task<string> Run(string file, SharedHosts hosts)
    {
        var text = await File.ReadAllTextAsync(file);
        var lines = text.Split('\n');
        var blocks = Blocks(lines);
        var settings = blocks.Select(block => lines[block[0]]).TakeWhile(line => line.StartsWith("SETTING ", StringComparison.Ordinal)).Select(line => line["SETTING ".Length..]).ToList();
        var steps = blocks.Skip(settings.Count).ToList();
        Assert.That(steps.Count(step => step.Count > 1), Is.Positive, "messages");

        await using var shared = await hosts.Borrow(string.Join('\n', settings));
        var conversation = new GoldenFile(shared.Host, shared.Texts, lines);
        foreach (var step in steps)
        {
            await conversation.Run(step);
        }

        return await RepositoryFile.Renew(file, string.Join('\n', lines));
    }

    /// <summary>Returns the blocks, each as the numbers of its lines.</summary>
    private static List<List<int>> Blocks(string[] lines)
    {
        var blocks = new List<List<int>> { new() };
        for (var number = 0; number < lines.Length; number++)
        {
            if (lines[number].Length == 0)
            {
                blocks.Add([]);
            }
            else if (!lines[number].StartsWith('#'))
            {
                blocks[^1].Add(number);
            }
        }

        return [.. blocks.Where(block => block.Count > 0)];
    }

    private async Task Run(List<int> step)
    {
        var first = lines[step[0]];
        var words = first.Split(' ', 2);
        switch (words[0])
        {
            case "POST":
                await Exchange(words[1], step);
                break;
            case "SIGN":
                var number = first["SIGN ON ".Length..];
                terminals[number] = await PosTerminal.SignOn(host, number);
                break;
            case "ARRANGE":
                await host.Arrange(words[1]);
                break;
            case "WAIT":
                host.Time.Advance(TimeSpan.FromSeconds(int.Parse(words[1], CultureInfo.InvariantCulture)));
                break;
            case "ALERTS":
                Expect(step[0], $"ALERTS {await host.InDatabase(db => db.Alerts.CountAsync())}");
                break;
            case "TEXTS":
                Expect(step[0], $"TEXTS {texts.All().Count}");
                break;
            default:
                throw new FormatException($"A golden file has no such line: {first}");
        }
    }

    /// <summary>Compares a line with what it has to be, or renews it.</summary>
    private void Expect(int line, string said)
    {
        if (RepositoryFile.IsRenewed)
        {
            lines[line] = said;
        }

        Assert.That(said, Is.EqualTo(lines[line]));
    }

    private async Task Exchange(string path, List<int> step)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var line in step[1..^2].Select(number => lines[number]))
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

        Expect(step[^2], $"{(int)response.StatusCode}");
        if (RepositoryFile.IsRenewed)
        {
            lines[step[^1]] = GoldenAnswer.Renew(lines[step[^1]], answer, serials);
        }

        var match = Regex.Match(answer, $"^{Pattern(lines[step[^1]])}$");
        if (!match.Success)
        {
            // Fails, and shows where the two differ.
            Assert.That(answer, Is.EqualTo(lines[step[^1]]), RepositoryFile.HowToRenew);
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
