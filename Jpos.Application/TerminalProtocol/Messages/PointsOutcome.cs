namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The outcome of a points transaction.</summary>
public abstract record PointsOutcome : Outcome
{
    public SerialNumber? Serial { get; init; }

    /// <summary>The balance of the card afterwards.</summary>
    public Points Balance { get; init; }

    /// <summary>The points that can be spent.</summary>
    public Points Available { get; init; }

    /// <summary>The points spent; for an undo, the points given back. Never negative.</summary>
    public Points Used { get; init; }

    /// <summary>The points earned; for an undo, the points taken back. Never negative.</summary>
    public Points Awarded { get; init; }
}
