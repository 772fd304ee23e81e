using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Jpos.Domain.Text;

namespace Jpos.Application.Ports;

/// <summary>A position in a list by time; rows of one instant are sorted by number.</summary>
/// <param name="At">The time, UTC.</param>
/// <param name="Number">The number that orders rows of one instant.</param>
[TextForm("the value of after in the next link of an earlier page")]
public sealed record TimeCursor(DateTime At, long Number)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out TimeCursor? timeCursor)
    {
        timeCursor = text?.Split('-') is [var ticks, var number]
            && NumberText.TryParseWhole(ticks, out var at)
            && NumberText.TryParseWhole(number, out var last)
                ? new TimeCursor(new DateTime(at, DateTimeKind.Utc), last)
                : null;
        return timeCursor is not null;
    }

    /// <summary>Returns the position before all rows of an instant.</summary>
    public static TimeCursor Before(DateTime at) => new(at, -1);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}-{Number}");
}
