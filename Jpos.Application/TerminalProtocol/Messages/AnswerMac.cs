using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>Signs an answer with the pair of keys that verified its message (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
public sealed class AnswerMac(ISecurityModule security, Terminal terminal, WorkingKeys pair, MessageSignature message)
{
    /// <summary>Returns the MAC of an answer.</summary>
    public byte[] Sign(byte[] answer) => security.Mac(terminal, pair, message.AnswerInput(answer));
}
