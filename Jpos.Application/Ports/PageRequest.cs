namespace Jpos.Application.Ports;

/// <summary>A request for one page of a list.</summary>
/// <param name="Order">The sort order.</param>
/// <param name="CursorKeys">The keys of the row before the page, the tie-breaker first; empty for the first page.</param>
/// <param name="Limit">The size of the page.</param>
/// <param name="CursorPrefix">The prefix of a cursor.</param>
public sealed record PageRequest<TRow>(SortOrder<TRow> Order, IReadOnlyList<object> CursorKeys, int Limit, string CursorPrefix)
{
    private const char Between = '-';

    /// <summary>Returns the cursor after a row.</summary>
    public string CursorAfter(TRow row) => Order.By.Leading is { } first
        ? $"{CursorPrefix}{first.Write(row)}{Between}{Order.By.TieBreaker.Write(row)}"
        : $"{CursorPrefix}{Order.By.TieBreaker.Write(row)}";

    /// <summary>Returns the request for the page after a cursor of <see cref="CursorAfter"/>; null if the cursor does not belong to this order.</summary>
    public PageRequest<TRow>? FromCursor(string place)
    {
        if (!place.StartsWith(CursorPrefix, StringComparison.Ordinal))
        {
            return null;
        }

        // The tie-breaker contains no separator, but the leading key may.
        var keys = place[CursorPrefix.Length..];
        var end = Order.By.Leading is null ? -1 : keys.LastIndexOf(Between);
        return Order.By.TieBreaker.Read(keys[(end + 1)..]) is not { } last ? null
            : Order.By.Leading is null ? this with { CursorKeys = [last] }
            : end >= 0 && Order.By.Leading.Read(keys[..end]) is { } first ? this with { CursorKeys = [last, first] }
            : null;
    }
}
