using System.Collections.Concurrent;
using Jpos.Domain.Limits;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>
/// A blocked address, over the limit of refused messages. Some of its messages may still be legitimate: signed ones, and those of terminals that last signed on there. A few messages are therefore checked, and only wrong ones use up the allowance. The allowance is <see cref="Burst"/> at once and one a second, for each known terminal and for all unknown numbers together.
/// </summary>
public sealed class BlockedAddress(DateTime until, TimeProvider time)
{
    /// <summary>The wrong messages of one terminal that are allowed at once.</summary>
    public const int Burst = 20;

    private readonly ConcurrentDictionary<TerminalNumber, TokenBucket> ofTerminals = [];
    private readonly TokenBucket ofOthers = new(Burst, time);

    /// <summary>The end of the block, UTC.</summary>
    public DateTime Until => until;

    /// <summary>Returns whether a further message is refused without a check.</summary>
    /// <param name="terminal">The terminal of the message; null if this host knows none with its number.</param>
    public bool IsSpent(TerminalNumber? terminal) => terminal is null ? ofOthers.IsSpent : ofTerminals.TryGetValue(terminal, out var own) && own.IsSpent;

    /// <summary>Returns whether a message of a terminal was refused since the address was blocked.</summary>
    public bool HasRefused(TerminalNumber terminal) => ofTerminals.ContainsKey(terminal);

    /// <summary>Records that a message was checked and refused.</summary>
    /// <param name="terminal">The terminal of the message; null if it does not exist.</param>
    public void RecordRefusal(TerminalNumber? terminal) => (terminal is null ? ofOthers : ofTerminals.GetOrAdd(terminal, _ => new TokenBucket(Burst, time))).Spend();
}
