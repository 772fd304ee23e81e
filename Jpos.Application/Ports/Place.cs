using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Jpos.Domain.TextForms;

namespace Jpos.Application.Ports;

/// <summary>A place in a list that is sorted by time: what is of one moment is sorted by number.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Number">What tells those of one moment apart.</param>
[WrittenAs("the value of after in an earlier page's next")]
public sealed record Place(DateTime At, long Number)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out Place? place)
    {
        place = text?.Split('-') is [var ticks, var number]
            && Numerals.TryParseWhole(ticks, out var at)
            && Numerals.TryParseWhole(number, out var last)
                ? new Place(new DateTime(at, DateTimeKind.Utc), last)
                : null;
        return place is not null;
    }

    /// <summary>The place before all that is of a moment.</summary>
    public static Place Before(DateTime at) => new(at, -1);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}-{Number}");
}
