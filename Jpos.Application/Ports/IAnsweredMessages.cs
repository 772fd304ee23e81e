using Jpos.Domain.Protocol;
using Jpos.Domain.Verification;

namespace Jpos.Application.Ports;

public interface IAnsweredMessages
{
    /// <summary>Returns what a terminal's message with this MAC was answered; null if none came.</summary>
    Task<AnsweredMessage?> Find(TerminalNumber terminal, byte[] mac, CancellationToken cancellation);

    /// <summary>Keeps an answer, and removes the terminal's answers whose MACs are accepted no more.</summary>
    Task Keep(AnsweredMessage answered, DateTime now, CancellationToken cancellation);
}
