namespace Jpos.Application.BackOffice;

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
