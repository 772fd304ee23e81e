namespace Jpos.Application.TerminalProtocol.Messages;

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
