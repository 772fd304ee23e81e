namespace Jpos.Application.Ports;

/// <summary>Deletes the stored answer of a message after its unit of work has ended.</summary>
public interface IStoredAnswerRemoval
{
    /// <summary>Deletes a stored answer because the message failed after the commit. A copy is then decided anew.</summary>
    Task Remove(TerminalNumber terminal, byte[] mac, CancellationToken cancellation);
}
