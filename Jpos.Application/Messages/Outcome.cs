using Jpos.Domain;
using Jpos.Domain.Protocol;

namespace Jpos.Application.Messages;

/// <summary>
/// What came of a message, in the words of the domain; each kind of message has its own. A new outcome, untouched, has the values that a decline answers with: nothing, zero, empty.
/// </summary>
public abstract record Outcome
{
    public ResponseCode Code { get; init; } = ResponseCode.Approved;

    /// <summary>Of a decline, one English sentence for the integrator.</summary>
    public string Detail { get; init; } = "";

    /// <summary>When it was decided, UTC. Wire: <c>transTime</c>.</summary>
    public DateTime At { get; init; }
}

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

/// <summary>What the terminal gets: a code for the host's own eyes, and the JSON.</summary>
public sealed record Reply(ResponseCode Code, byte[] Answer)
{
    /// <summary>Signs the answer; null if no MAC was verified.</summary>
    public AnswerSeal? Seal { get; init; }
}
