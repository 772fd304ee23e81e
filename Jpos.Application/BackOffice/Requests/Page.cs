namespace Jpos.Application.BackOffice.Requests;

/// <summary>Some of a list, in its order.</summary>
/// <param name="Items">Those.</param>
/// <param name="Next">The key of the last one, after which the list goes on; null at its end.</param>
public sealed record Page<TView>(IReadOnlyList<TView> Items, string? Next);

/// <summary>Makes pages.</summary>
public static class Page
{
    /// <param name="rows">One more than asked for, if there are so many.</param>
    /// <param name="limit">How many were asked for.</param>
    /// <param name="view">What is to be seen of each.</param>
    /// <param name="key">What the list is sorted by.</param>
    public static Page<TView> Of<TRow, TView>(IReadOnlyList<TRow> rows, int limit, Func<TRow, TView> view, Func<TRow, string> key) =>
        new([.. rows.Take(limit).Select(view)], rows.Count > limit ? key(rows[limit - 1]) : null);

    /// <param name="rows">One more than the part has, if there are so many.</param>
    /// <param name="pageRequest">The part that was asked for.</param>
    /// <param name="view">What is to be seen of each.</param>
    public static Page<TView> Of<TRow, TView>(IReadOnlyList<TRow> rows, PageRequest<TRow> pageRequest, Func<TRow, TView> view) => Of(rows, pageRequest.Limit, view, pageRequest.CursorAfter);
}
