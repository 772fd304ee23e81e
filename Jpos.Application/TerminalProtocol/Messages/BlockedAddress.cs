using System.Collections.Concurrent;
using Jpos.Domain.Limits;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>
/// An address that is over the limit of refused messages. Some of what it sends may still be right: what a terminal signs, and what comes from terminals that are at home there. So a few messages are looked at, and only those that turn out wrong use up what may be looked at: <see cref="Burst"/> at once and one a second, for each terminal of this host, and for all numbers together that are of none.
/// </summary>
public sealed class BlockedAddress(DateTime until, TimeProvider time)
{
    /// <summary>How many messages of one terminal may turn out wrong at once.</summary>
    public const int Burst = 20;

    private readonly ConcurrentDictionary<TerminalNumber, TokenBucket> ofTerminals = [];
    private readonly TokenBucket ofOthers = new(Burst, time);

    /// <summary>Until when it is over the limit, UTC.</summary>
    public DateTime Until => until;

    /// <summary>Returns whether another message is refused without a look.</summary>
    /// <param name="terminal">The terminal that it names; null if this host knows none with its number.</param>
    public bool IsSpent(TerminalNumber? terminal) => terminal is null ? ofOthers.IsSpent : ofTerminals.TryGetValue(terminal, out var own) && own.IsSpent;

    /// <summary>Returns whether a message that named a terminal was refused since the address is over the limit.</summary>
    public bool HasRefused(TerminalNumber terminal) => ofTerminals.ContainsKey(terminal);

    /// <summary>A message was looked at and refused.</summary>
    /// <param name="terminal">The terminal that it named; null if there is no such terminal.</param>
    public void RecordRefusal(TerminalNumber? terminal) => (terminal is null ? ofOthers : ofTerminals.GetOrAdd(terminal, _ => new TokenBucket(Burst, time))).Spend();
}
