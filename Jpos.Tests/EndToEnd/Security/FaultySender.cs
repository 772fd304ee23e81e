using Jpos.Application.Ports;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.EndToEnd.Security;

internal sealed class FaultySender(ISmsSender inner, InjectedFaults faults) : ISmsSender
{
    public Task<bool> Send(MobileNumber mobile, string text, CancellationToken cancellation)
    {
        faults.Step(nameof(ISmsSender));
        return inner.Send(mobile, text, cancellation);
    }
}
