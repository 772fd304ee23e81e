namespace Jpos.Application.BackOffice.Requests;

/// <summary>A page of a list.</summary>
/// <param name="Items">The items, in the order of the list.</param>
/// <param name="Next">The cursor: the key of the last item; null on the last page.</param>
public sealed record Page<TView>(IReadOnlyList<TView> Items, string? Next);

/// <summary>Creates pages.</summary>
public static class Page
{
    /// <param name="rows">The rows, with one more than the page if there are more.</param>
    /// <param name="limit">The size of the page.</param>
    /// <param name="view">Creates the view of a row.</param>
    /// <param name="key">Returns the sort key of a row.</param>
    public static Page<TView> Of<TRow, TView>(IReadOnlyList<TRow> rows, int limit, Func<TRow, TView> view, Func<TRow, string> key) =>
        new([.. rows.Take(limit).Select(view)], rows.Count > limit ? key(rows[limit - 1]) : null);

    /// <param name="rows">The rows, with one more than the page if there are more.</param>
    /// <param name="pageRequest">The requested page.</param>
    /// <param name="view">Creates the view of a row.</param>
    public static Page<TView> Of<TRow, TView>(IReadOnlyList<TRow> rows, PageRequest<TRow> pageRequest, Func<TRow, TView> view) => Of(rows, pageRequest.Limit, view, pageRequest.CursorAfter);
}
