namespace Jpos.Application.Ports;

/// <summary>A part of a list.</summary>
/// <param name="Order">The order of the list.</param>
/// <param name="After">The keys of the row that it comes after, the last one first; none for the beginning.</param>
/// <param name="Limit">How many rows are wanted.</param>
/// <param name="Mark">What is written before the keys of a row.</param>
public sealed record Slice<TRow>(Order<TRow> Order, IReadOnlyList<object> After, int Limit, string Mark)
{
    private const char Between = '-';

    /// <summary>Where the list goes on after a row.</summary>
    public string WriteAfter(TRow row) => Order.By.First is { } first
        ? $"{Mark}{first.Write(row)}{Between}{Order.By.Last.Write(row)}"
        : $"{Mark}{Order.By.Last.Write(row)}";

    /// <summary>The same part after a place that <see cref="WriteAfter"/> wrote; null if it wrote it for no list in this order.</summary>
    public Slice<TRow>? Following(string place)
    {
        if (!place.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        // The last key has no such sign in it; the first one may.
        var keys = place[Mark.Length..];
        var end = Order.By.First is null ? -1 : keys.LastIndexOf(Between);
        return Order.By.Last.Read(keys[(end + 1)..]) is not { } last ? null
            : Order.By.First is null ? this with { After = [last] }
            : end >= 0 && Order.By.First.Read(keys[..end]) is { } first ? this with { After = [last, first] }
            : null;
    }
}
