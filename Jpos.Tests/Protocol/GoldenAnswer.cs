using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Jpos.Tests.Protocol;

/// <summary>The answer's line of a conversation, renewed from what the host answered.</summary>
internal static partial class GoldenAnswer
{
    /// <summary>Returns the answer as it has to be written down: byte for byte, but with a placeholder for a value that has one where the old line has it, and for each serial number that has a name.</summary>
    /// <param name="old">The old line.</param>
    /// <param name="answer">What the host answered.</param>
    /// <param name="serials">Serial numbers by their names.</param>
    public static string Renew(string old, string answer, IReadOnlyDictionary<string, string> serials)
    {
        var placeholders = Strings(old).Where(value => Placeholder().IsMatch(value.Text)).ToDictionary(value => value.Path, value => value.Text);
        var names = serials.ToDictionary(serial => serial.Value, serial => $"<serial:{serial.Key}>");
        var (renewed, bytes, end) = (new StringBuilder(), Encoding.UTF8.GetBytes(answer), 0);
        foreach (var (path, text, start) in Strings(answer))
        {
            var placeholder = names.GetValueOrDefault(text) ?? (placeholders.TryGetValue(path, out var kept) && Fits(kept, text) ? kept : null);
            if (placeholder is not null)
            {
                renewed.Append(Encoding.UTF8.GetString(bytes[end..start])).Append(placeholder);
                end = start + text.Length;
            }
        }

        return renewed.Append(Encoding.UTF8.GetString(bytes[end..])).ToString();
    }

    /// <summary>Returns the texts of a JSON value, each with its place in it and where its first letter is; none if it is no JSON.</summary>
    private static List<(string Path, string Text, int Start)> Strings(string json)
    {
        var found = new List<(string, string, int)>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var path = new Stack<string>();
        try
        {
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        path.Push(reader.GetString()!);
                        continue;
                    case JsonTokenType.StartArray or JsonTokenType.StartObject:
                        path.Push($"{reader.TokenStartIndex}");
                        continue;
                    case JsonTokenType.EndArray or JsonTokenType.EndObject:
                        path.Pop();
                        break;
                    case JsonTokenType.String:
                        found.Add((string.Join('/', path.Where(step => !char.IsAsciiDigit(step[0])).Reverse()), reader.GetString()!, (int)reader.TokenStartIndex + 1));
                        break;
                }

                if (path.TryPeek(out var name) && !char.IsAsciiDigit(name[0]))
                {
                    path.Pop();
                }
            }
        }
        catch (JsonException)
        {
            return [];
        }

        return found;
    }

    private static bool Fits(string placeholder, string text) =>
        Placeholder().Match(placeholder).Groups["digits"] is { Success: true } digits ? Regex.IsMatch(text, $"^[0-9A-Fa-f]{{{digits.Value}}}$") : Regex.IsMatch(text, "^[0-9]{12}$");

    [GeneratedRegex("^(<hex (?<digits>[0-9]+)>|<serial:[a-z]+>)$")]
    private static partial Regex Placeholder();
}
