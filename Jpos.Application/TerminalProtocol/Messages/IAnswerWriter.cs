namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>Writes an outcome as the JSON of the answer. The unit of work stores the JSON together with the effect, so it is written before the answer is sent.</summary>
public interface IAnswerWriter
{
    byte[] Write(Outcome outcome);
}
