using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Which messages this host is working on or waiting for, so that one that runs out of time can be told what was in its way (protocol §2, §3).</summary>
internal sealed class InFlightMessages
{
    private readonly Lock access = new();
    private readonly Dictionary<TerminalNumber, List<InFlightMessage>> present = [];

    /// <summary>A message comes in, behind those of its terminal that are here already.</summary>
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

    /// <summary>How many messages of a terminal are here.</summary>
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

    /// <summary>A message, from when it comes in until it is answered.</summary>
    internal sealed class InFlightMessage(InFlightMessages owner, TerminalMessage message, IReadOnlyList<InFlightMessage> ahead) : IDisposable
    {
        private IReadOnlyList<InFlightMessage> ahead = ahead;
        private bool isDone;

        public TerminalMessage Message => message;

        /// <summary>The message was handled: it is in nobody's way any more.</summary>
        public void MarkHandled() => Volatile.Write(ref isDone, true);

        /// <summary>Rows 7, 8 and 21 of protocol §2: the terminal's settlement was in the way, or a copy or the reversal of the message, or neither.</summary>
        /// <param name="isInDoubt">It may have been committed.</param>
        public Decline TimeoutDecline(bool isInDoubt)
        {
            var inTheWay = ahead.Where(other => !Volatile.Read(ref other.isDone)).Select(other => other.Message).ToList();
            if (inTheWay.Exists(other => other.ClosesBatch))
            {
                return new Decline(ResponseCode.BeingSettled, "The terminal's batch is being settled; send the message again.");
            }

            if (message.Key is not null && inTheWay.Exists(other => other.Key?.Matches(message.Key) is true))
            {
                return new Decline(ResponseCode.StillRunning, "A copy of this message is still being handled; send it again.");
            }

            return new Decline(
                ResponseCode.OutOfTime,
                isInDoubt ? "The database did not say in time whether the message had its effect; send it again to learn." : "The message could not be handled in time, and had no effect.");
        }

        /// <summary>It lets go of those ahead of it: else each would hold the one before it, for as long as the terminal is never idle.</summary>
        public void Dispose()
        {
            owner.Leave(this);
            ahead = [];
        }
    }
}
