namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>Writes an outcome as the JSON that goes out. The unit of work stores it with the effect, so it has to be written before the answer is sent.</summary>
public interface IAnswerWriter
{
    byte[] Write(Outcome outcome);
}
