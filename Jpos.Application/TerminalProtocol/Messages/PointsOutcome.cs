namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>The outcome of a transaction on a card's points.</summary>
public abstract record PointsOutcome : Outcome
{
    public SerialNumber? Serial { get; init; }

    /// <summary>All points of the card afterwards.</summary>
    public Points Balance { get; init; }

    /// <summary>Those that can be spent.</summary>
    public Points Available { get; init; }

    /// <summary>Points spent, or of an undoing, given back; never negative.</summary>
    public Points Used { get; init; }

    /// <summary>Points earned, or of an undoing, taken back; never negative.</summary>
    public Points Awarded { get; init; }
}
