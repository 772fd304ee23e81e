using Jpos.Domain.VerifyCodes;

namespace Jpos.Application.Ports;

public interface IStoredAnswers
{
    /// <summary>Returns what a terminal's message with this MAC was answered; null if none came.</summary>
    Task<StoredAnswer?> Find(TerminalNumber terminal, byte[] mac, CancellationToken cancellation);

    /// <summary>Keeps an answer, and removes the terminal's answers whose MACs are accepted no more.</summary>
    Task Keep(StoredAnswer answered, DateTime now, CancellationToken cancellation);
}
