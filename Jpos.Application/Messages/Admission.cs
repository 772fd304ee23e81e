using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;

namespace Jpos.Application.Messages;

/// <summary>Rows 2 to 5 of protocol §2: who sends the message, and may they. Leaves no trace, so that a stranger cannot burn a terminal's trace numbers.</summary>
public sealed class Admission(IStores stores, ITerminals terminals)
{
    public async Task<Admitted> Admit(TerminalMessage message, CancellationToken cancellation)
    {
        var terminal = await terminals.Find(message.Terminal, cancellation);
        var store = await stores.Find(message.Store, cancellation);
        var decline = terminal?.RefusePinBlock(message.Pin);
        if (decline is null && store is not { IsOpen: true })
        {
            decline = new Decline(ResponseCode.StoreUnknown, store is null ? "storeNo is not a store of this host." : "The store is closed.");
        }

        if (decline is null && terminal is null)
        {
            decline = new Decline(ResponseCode.TerminalUnknown, "terminalNo is not a terminal of this host.");
        }

        decline ??= terminal!.Refuse(store!);
        if (decline is null)
        {
            // A check-in carries no MAC: it is what brings the keys for one (protocol §9).
            decline = message.SignsOn is { } operatorNumber ? store!.RefuseOperator(operatorNumber) : terminal!.RefuseMac(message.IsSigned);
        }

        return new Admitted(store!, terminal!, decline);
    }
}

/// <param name="Store">The store, if there is no decline.</param>
/// <param name="Terminal">The terminal, if there is no decline.</param>
/// <param name="Decline">Why the message may not come in; null if it may.</param>
public readonly record struct Admitted(Store Store, Terminal Terminal, Decline? Decline);
