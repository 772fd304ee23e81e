using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Jpos.Domain.Tickets;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>
/// A field of tickets, <c>vaucher</c> or <c>ticket</c>. It is JSON text: an array of at most 50 <c>{id, num[, type]}</c>, or one such object (<see href="docs/protocol.md#1-transport">protocol §1</see>). Numbers may be JSON numbers or strings. A repeated id is malformed.
/// </summary>
[TextForm("a JSON list of 1 to 50 objects {id, num[, type]} with different ids; id from 1, num from 1 to 999999, type from 1 to 3")]
public sealed class TicketsField
{
    private const int MostPieces = 999_999;

    /// <summary>The most lines of one message.</summary>
    private const int MostLines = 50;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    private TicketsField(TicketLines? lines) => Lines = lines;

    /// <summary>The lines; null for an empty array or null, which means no tickets.</summary>
    public TicketLines? Lines { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out TicketsField? field)
    {
        field = null;
        try
        {
            using var json = JsonDocument.Parse(text ?? "", Strict);
            var root = json.RootElement;
            if (root.ValueKind is JsonValueKind.Array && root.GetArrayLength() > MostLines)
            {
                return false;
            }

            IEnumerable<JsonElement> items = root.ValueKind switch
            {
                JsonValueKind.Array => root.EnumerateArray(),
                JsonValueKind.Null => [],
                _ => [root],
            };
            var lines = items.Select(Line).ToList();
            if (lines.Contains(null))
            {
                return false;
            }

            field = lines.Count == 0 ? new TicketsField(null) : TicketLines.Of(lines!) is { } distinct ? new TicketsField(distinct) : null;
            return field is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static TicketLine? Line(JsonElement item)
    {
        if (item.ValueKind is not JsonValueKind.Object
            || !TryNumber(item, "id", long.MaxValue, out var id)
            || !TryNumber(item, "num", MostPieces, out var pieces))
        {
            return null;
        }

        if (!item.TryGetProperty("type", out var sentType) || sentType.ValueKind is JsonValueKind.Null)
        {
            return new TicketLine(id, (int)pieces);
        }

        return TryNumber(item, "type", (long)TicketType.Voucher, out var type) ? new TicketLine(id, (int)pieces, (TicketType)type) : null;
    }

    /// <summary>Reads a whole number, written 1, 1.0 or "1".</summary>
    private static bool TryNumber(JsonElement item, string name, long largest, out long number)
    {
        number = 0;
        var text = !item.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
        {
            JsonValueKind.Number => WithoutFraction(value.GetRawText()),
            JsonValueKind.String => value.GetString()!,
            _ => "",
        };
        return text.All(char.IsAsciiDigit) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= largest;
    }

    private static string WithoutFraction(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return point > 0 && number.AsSpan(point + 1).TrimEnd('0').IsEmpty ? number[..point] : number;
    }
}
