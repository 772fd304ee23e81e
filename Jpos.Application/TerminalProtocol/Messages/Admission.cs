using Jpos.Domain.Limits;
using Jpos.Domain.Terminals;

namespace Jpos.Application.TerminalProtocol.Messages;

/// <summary>Checks rows 2 to 5 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>: whether the sender is known and permitted. It stores nothing under the message's key, so that a stranger cannot use up a terminal's trace numbers.</summary>
public sealed class Admission(IStores stores, ITerminals terminals, ISecurityModule security, IAlerts alerts, IAddressFailures failures, BlockedAddresses refused, FailureLimits limits)
{
    /// <summary>The decline for a blocked address, whatever it sends.</summary>
    public static readonly Decline Guessing = new(ResponseCode.CountOverLimit, "The host refused too many messages from this address. Try again later.");

    /// <summary>The declines that reveal to a stranger whether a store or terminal exists and how it is configured. Code 30 is included only for a PIN block of the wrong length for the terminal's algorithm.</summary>
    private static readonly ResponseCode[] Guessed =
        [ResponseCode.Malformed, ResponseCode.StoreUnknown, ResponseCode.TerminalUnknown, ResponseCode.TerminalRefused, ResponseCode.MacRefused];

    public async Task<Admitted> Admit(TerminalMessage message, Moment now, CancellationToken cancellation)
    {
        var terminal = await terminals.Find(message.Terminal, message.NeedsKeys, cancellation);
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
        WorkingKeys? pair = null;
        if (decline is null)
        {
            // A check-in carries no MAC, because it fetches the keys for one (protocol §9).
            decline = message.SignOnOperator is { } operatorNumber ? store!.RefuseOperator(operatorNumber) : RefuseMac(message.Signature, terminal!, now, out pair);
        }

        if (decline is not null && IsGuessed(decline))
        {
            decline = await Count(decline, message, terminal, now, cancellation);
        }
        else if (pair is null && terminal!.LastAddress != message.Address && await IsGuessing(message, terminal, now, cancellation))
        {
            decline = Guessing;
        }
        else if (decline is null && (pair is not null || message.SignOnOperator is not null))
        {
            terminal!.RecordAddress(message.Address);
        }

        return new Admitted(store!, terminal!, pair, decline);
    }

    /// <summary>Returns whether a decline reveals information to a sender who guesses.</summary>
    public static bool IsGuessed(Decline decline) => Guessed.Contains(decline.Code);

    /// <summary>Checks row 5 with loaded keys, without a query of its own.</summary>
    private Decline? RefuseMac(MessageSignature? signature, Terminal terminal, Moment now, out WorkingKeys? pair)
    {
        pair = null;
        if (!terminal.RequiresMac(signature is not null, signature?.SignedAt, now.Utc, out var decline))
        {
            return decline;
        }

        pair = terminal.ConfirmedFirst().FirstOrDefault(candidate => signature!.IsRight(security, terminal, candidate));
        if (pair is null)
        {
            return new Decline(ResponseCode.MacRefused, "X-Jpos-Mac is wrong.");
        }

        terminal.Confirm(pair);
        terminal.MarkSigned();
        return null;
    }

    /// <summary>Counts refusals by address, because repeated ones may be guesses. Above the limit, the answer reveals neither the reason nor whether an unsigned, foreign terminal exists.</summary>
    private async Task<Decline> Count(Decline decline, TerminalMessage message, Terminal? terminal, Moment now, CancellationToken cancellation)
    {
        // One alert an hour for each terminal, whatever the address, so that an attacker cannot suppress it.
        if (decline.Code == ResponseCode.MacRefused)
        {
            await alerts.Raise(AlertKind.MacRefused, terminal!, now.Utc, cancellation);
        }

        if (limits.MostRefusedOfAddress == 0)
        {
            return decline;
        }

        var ofAddress = await failures.FindToCount(message.Address, cancellation);
        if (ofAddress?.BlockedUntil(limits.MostRefusedOfAddress, now.Utc) is { } until)
        {
            refused.Block(message.Address, until, terminal?.Number);
            return Guessing;
        }

        if (ofAddress is null)
        {
            failures.Add(ofAddress = new AddressFailures(message.Address, now.Utc));
        }

        ofAddress.RecordFailure(now.Utc);
        return decline;
    }

    private async Task<bool> IsGuessing(TerminalMessage message, Terminal terminal, Moment now, CancellationToken cancellation)
    {
        if (limits.MostRefusedOfAddress == 0
            || (await failures.Find(message.Address, cancellation))?.BlockedUntil(limits.MostRefusedOfAddress, now.Utc) is not { } until)
        {
            return false;
        }

        refused.Block(message.Address, until, terminal.Number);
        return true;
    }
}
