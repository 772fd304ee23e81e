using Jpos.Application.Ports;

namespace Jpos.Application.BackOffice;

/// <summary>Why nothing came of an act.</summary>
public enum Failure
{
    /// <summary>There is no such thing, or the caller does not see it.</summary>
    Missing,

    /// <summary>Some field does not do.</summary>
    Invalid,

    /// <summary>What is there already is in the way.</summary>
    Conflict,

    /// <summary>The caller saw an older state of it.</summary>
    Stale,

    /// <summary>The caller may not do this here.</summary>
    Forbidden,

    /// <summary>The key of the request was used for another request.</summary>
    KeyReused,

    /// <summary>It may have been done, or not: the database was lost while it was being committed.</summary>
    Unknown,
}

/// <param name="Failure">The kind of it.</param>
/// <param name="Detail">In words, for the one who called.</param>
/// <param name="Field">The field that it is about; null for none.</param>
public sealed record Problem(Failure Failure, string Detail, string? Field = null);

/// <summary>What came of an act: nothing has changed if there is a problem, unless that is that nobody knows.</summary>
public abstract record Result
{
    public Problem? Problem { get; init; }

    /// <summary>It came into being by this act.</summary>
    public bool IsNew { get; init; }

    public static Result<TView> New<TView>(TView view)
        where TView : class => new() { View = view, IsNew = true };
}

/// <inheritdoc/>
public sealed record Result<TView> : Result
    where TView : class
{
    /// <summary>What is to be seen of it now; null if there is a problem.</summary>
    public TView? View { get; init; }

    public static implicit operator Result<TView>(TView view) => new() { View = view };

    public static implicit operator Result<TView>(Problem problem) => new() { Problem = problem };
}

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
    /// <param name="slice">The part that was asked for.</param>
    /// <param name="view">What is to be seen of each.</param>
    public static Page<TView> Of<TRow, TView>(IReadOnlyList<TRow> rows, Slice<TRow> slice, Func<TRow, TView> view) => Of(rows, slice.Limit, view, slice.WriteAfter);
}
