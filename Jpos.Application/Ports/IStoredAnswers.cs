using Jpos.Domain.VerifyCodes;

namespace Jpos.Application.Ports;

public interface IStoredAnswers
{
    /// <summary>Returns the answer to a terminal's message with this MAC; null if there was none.</summary>
    Task<StoredAnswer?> Find(TerminalNumber terminal, byte[] mac, CancellationToken cancellation);

    /// <summary>Stores an answer, and deletes the terminal's answers whose MACs are no longer accepted.</summary>
    Task Keep(StoredAnswer answered, DateTime now, CancellationToken cancellation);
}
