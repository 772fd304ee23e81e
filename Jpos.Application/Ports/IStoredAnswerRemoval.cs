namespace Jpos.Application.Ports;

/// <summary>Undoes what was kept of a message after its unit of work is over.</summary>
public interface IStoredAnswerRemoval
{
    /// <summary>Removes a kept answer, because the message failed after all: a copy is decided anew.</summary>
    Task Remove(TerminalNumber terminal, byte[] mac, CancellationToken cancellation);
}
