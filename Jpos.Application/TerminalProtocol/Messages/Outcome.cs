namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>
/// The outcome of a message in terms of the domain; each kind of message has its own type. The defaults are the values of a decline: null, zero or empty.
/// </summary>
public abstract record Outcome
{
    public ResponseCode Code { get; init; } = ResponseCode.Approved;

    /// <summary>In a decline, one English sentence for the integrator.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The time of the decision, UTC. Wire: <c>transTime</c>.</summary>
    public DateTime At { get; init; }
}
