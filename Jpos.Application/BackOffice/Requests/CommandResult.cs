namespace Jpos.Application.BackOffice.Requests;

/// <summary>What came of an act: nothing has changed if there is a problem, unless that is that nobody knows.</summary>
public abstract record CommandResult
{
    public Problem? Problem { get; init; }

    /// <summary>It came into being by this act.</summary>
    public bool IsCreated { get; init; }

    public static CommandResult<TView> Created<TView>(TView view)
        where TView : class => new() { View = view, IsCreated = true };
}

/// <inheritdoc/>
public sealed record CommandResult<TView> : CommandResult
    where TView : class
{
    /// <summary>What is to be seen of it now; null if there is a problem.</summary>
    public TView? View { get; init; }

    public static implicit operator CommandResult<TView>(TView view) => new() { View = view };

    public static implicit operator CommandResult<TView>(Problem problem) => new() { Problem = problem };
}
