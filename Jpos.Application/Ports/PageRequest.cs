namespace Jpos.Application.Ports;

/// <summary>A part of a list.</summary>
/// <param name="Order">The order of the list.</param>
/// <param name="CursorKeys">The keys of the row that it comes after, the last one first; none for the beginning.</param>
/// <param name="Limit">How many rows are wanted.</param>
/// <param name="CursorPrefix">What is written before the keys of a row.</param>
public sealed record PageRequest<TRow>(SortOrder<TRow> Order, IReadOnlyList<object> CursorKeys, int Limit, string CursorPrefix)
{
    private const char Between = '-';

    /// <summary>Where the list goes on after a row.</summary>
    public string CursorAfter(TRow row) => Order.By.Leading is { } first
        ? $"{CursorPrefix}{first.Write(row)}{Between}{Order.By.TieBreaker.Write(row)}"
        : $"{CursorPrefix}{Order.By.TieBreaker.Write(row)}";

    /// <summary>The same part after a place that <see cref="CursorAfter"/> wrote; null if it wrote it for no list in this order.</summary>
    public PageRequest<TRow>? FromCursor(string place)
    {
        if (!place.StartsWith(CursorPrefix, StringComparison.Ordinal))
        {
            return null;
        }

        // The last key has no such sign in it; the first one may.
        var keys = place[CursorPrefix.Length..];
        var end = Order.By.Leading is null ? -1 : keys.LastIndexOf(Between);
        return Order.By.TieBreaker.Read(keys[(end + 1)..]) is not { } last ? null
            : Order.By.Leading is null ? this with { CursorKeys = [last] }
            : end >= 0 && Order.By.Leading.Read(keys[..end]) is { } first ? this with { CursorKeys = [last, first] }
            : null;
    }
}
