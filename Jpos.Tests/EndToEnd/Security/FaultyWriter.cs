using Jpos.Application.TerminalProtocol.Messages;

namespace Jpos.Tests.EndToEnd.Security;

internal sealed class FaultyWriter(IAnswerWriter inner, InjectedFaults faults) : IAnswerWriter
{
    public byte[] Write(Outcome outcome)
    {
        faults.Step(nameof(IAnswerWriter));
        return inner.Write(outcome);
    }
}
