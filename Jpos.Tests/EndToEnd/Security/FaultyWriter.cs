using Jpos.Application.Messages;
using Jpos.Application.Ports;

namespace Jpos.Tests.EndToEnd.Security;

internal sealed class FaultyWriter(IAnswerWriter inner, Faults faults) : IAnswerWriter
{
    public byte[] Write(Outcome outcome)
    {
        faults.Step(nameof(IAnswerWriter));
        return inner.Write(outcome);
    }
}
