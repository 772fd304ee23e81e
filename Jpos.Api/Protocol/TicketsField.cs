using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Jpos.Domain.Tickets;

namespace Jpos.Api.Protocol;

/// <summary>
/// A field of tickets, <c>vaucher</c> or <c>ticket</c>: JSON text, an array of <c>{id, num[, type]}</c> or one such object, with numbers as numbers or as strings (protocol §1). The same id twice is malformed.
/// </summary>
public sealed class TicketsField
{
    private const int MostPieces = 999_999;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    private TicketsField(TicketLines? lines) => Lines = lines;

    /// <summary>Null for an empty array: no tickets.</summary>
    public TicketLines? Lines { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out TicketsField? field)
    {
        field = null;
        try
        {
            using var json = JsonDocument.Parse(text ?? "", Strict);
            JsonElement[] items = json.RootElement.ValueKind switch
            {
                JsonValueKind.Array => [.. json.RootElement.EnumerateArray()],
                _ => [json.RootElement],
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

        if (!item.TryGetProperty("type", out _))
        {
            return new TicketLine(id, (int)pieces);
        }

        return TryNumber(item, "type", (long)TicketType.Voucher, out var type) ? new TicketLine(id, (int)pieces, (TicketType)type) : null;
    }

    private static bool TryNumber(JsonElement item, string name, long largest, out long number)
    {
        number = 0;
        var text = !item.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString()!,
            _ => "",
        };
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= largest;
    }
}
