using Jpos.Application.Messages;
using Jpos.Domain.Protocol;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Which messages this host is working on or waiting for: at its deadline a message is told what was in its way (protocol §2, §3).</summary>
internal sealed class InFlight
{
    private readonly Lock access = new();
    private readonly Dictionary<TerminalNumber, List<TerminalMessage>> messages = [];

    public IDisposable Enter(TerminalMessage message)
    {
        lock (access)
        {
            if (!messages.TryGetValue(message.Terminal, out var ofTerminal))
            {
                messages.Add(message.Terminal, ofTerminal = []);
            }

            ofTerminal.Add(message);
        }

        return new Leaving(this, message);
    }

    /// <summary>Rows 7, 8 and 21 of protocol §2: the terminal is being settled, a copy or the reversal of the message is here too, or neither.</summary>
    public Decline OutOfTime(TerminalMessage message)
    {
        lock (access)
        {
            var others = messages[message.Terminal].Where(other => !ReferenceEquals(other, message)).ToList();
            if (others.Exists(other => other.Settles))
            {
                return new Decline(ResponseCode.BeingSettled, "The terminal's batch is being settled; send the message again.");
            }

            return message.Key is not null && others.Exists(other => other.Key == message.Key)
                ? new Decline(ResponseCode.StillRunning, "A copy of this message is still being handled; send it again.")
                : new Decline(ResponseCode.OutOfTime, "The message could not be handled in time, and had no effect.");
        }
    }

    private void Leave(TerminalMessage message)
    {
        lock (access)
        {
            var ofTerminal = messages[message.Terminal];
            ofTerminal.RemoveAt(ofTerminal.FindIndex(other => ReferenceEquals(other, message)));
            if (ofTerminal.Count == 0)
            {
                messages.Remove(message.Terminal);
            }
        }
    }

    private sealed class Leaving(InFlight owner, TerminalMessage message) : IDisposable
    {
        public void Dispose() => owner.Leave(message);
    }
}
