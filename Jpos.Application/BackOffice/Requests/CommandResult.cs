namespace Jpos.Application.BackOffice.Requests;

/// <summary>The result of a command. With a problem nothing has changed, except that the outcome may be unknown.</summary>
public abstract record CommandResult
{
    public Problem? Problem { get; init; }

    /// <summary>Whether the command created the resource.</summary>
    public bool IsCreated { get; init; }

    public static CommandResult<TView> Created<TView>(TView view)
        where TView : class => new() { View = view, IsCreated = true };
}

/// <inheritdoc/>
public sealed record CommandResult<TView> : CommandResult
    where TView : class
{
    /// <summary>The view of the resource after the command; null with a problem.</summary>
    public TView? View { get; init; }

    public static implicit operator CommandResult<TView>(TView view) => new() { View = view };

    public static implicit operator CommandResult<TView>(Problem problem) => new() { Problem = problem };
}
