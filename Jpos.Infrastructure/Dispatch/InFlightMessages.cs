using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Records the messages that this host is handling or queueing. A message that times out gets a decline that names what delayed it (<see href="docs/protocol.md#2-response-codes">protocol §2</see>, <see href="docs/protocol.md#3-one-message-one-effect">§3</see>).</summary>
internal sealed class InFlightMessages
{
    private readonly Lock access = new();
    private readonly Dictionary<TerminalNumber, List<InFlightMessage>> present = [];

    /// <summary>Registers a message behind the earlier ones of its terminal.</summary>
    public InFlightMessage Register(TerminalMessage message)
    {
        lock (access)
        {
            if (!present.TryGetValue(message.Terminal, out var ofTerminal))
            {
                present.Add(message.Terminal, ofTerminal = []);
            }

            var inFlightMessage = new InFlightMessage(this, message, [.. ofTerminal]);
            ofTerminal.Add(inFlightMessage);
            return inFlightMessage;
        }
    }

    /// <summary>Returns the number of messages of a terminal.</summary>
    public int Count(TerminalNumber terminal)
    {
        lock (access)
        {
            return present.TryGetValue(terminal, out var ofTerminal) ? ofTerminal.Count : 0;
        }
    }

    private void Leave(InFlightMessage inFlightMessage)
    {
        lock (access)
        {
            var ofTerminal = present[inFlightMessage.Message.Terminal];
            ofTerminal.Remove(inFlightMessage);
            if (ofTerminal.Count == 0)
            {
                present.Remove(inFlightMessage.Message.Terminal);
            }
        }
    }

    /// <summary>A message from its arrival until its answer.</summary>
    internal sealed class InFlightMessage(InFlightMessages owner, TerminalMessage message, IReadOnlyList<InFlightMessage> ahead) : IDisposable
    {
        private IReadOnlyList<InFlightMessage> ahead = ahead;
        private bool isDone;

        public TerminalMessage Message => message;

        /// <summary>Marks the message as handled, so that it no longer delays others.</summary>
        public void MarkHandled() => Volatile.Write(ref isDone, true);

        /// <summary>Returns the decline of a timeout, by rows 7, 8 and 21 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>. It depends on whether the terminal's settlement, or a copy or the reversal of the message, was ahead.</summary>
        /// <param name="mayHaveCommitted">Whether the message may have been committed.</param>
        public Decline TimeoutDecline(bool mayHaveCommitted)
        {
            var inTheWay = ahead.Where(other => !Volatile.Read(ref other.isDone)).Select(other => other.Message).ToList();
            if (inTheWay.Exists(other => other.ClosesBatch))
            {
                return new Decline(ResponseCode.BeingSettled, "The batch of the terminal is being settled. Send the message again.");
            }

            if (message.Key is not null && inTheWay.Exists(other => other.Key?.Matches(message.Key) is true))
            {
                return new Decline(ResponseCode.StillRunning, "A copy of this message is still being processed. Send it again.");
            }

            return new Decline(
                ResponseCode.OutOfTime,
                mayHaveCommitted ? "The database did not confirm in time whether the message took effect. Send it again to learn the outcome." : "The host could not process the message in time. It had no effect.");
        }

        /// <summary>Releases the references to earlier messages. Otherwise each message would keep its predecessor alive while the terminal is never idle.</summary>
        public void Dispose()
        {
            owner.Leave(this);
            ahead = [];
        }
    }
}
