using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Terminals;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>
/// Verifies the MAC of a message before the message is queued, so that no unit of work waits for it. Refuses messages from blocked addresses from memory. The unit of work repeats the admission on current rows (<see cref="Admission"/>).
/// </summary>
internal sealed class MacPreverifier(BlockedAddresses refused, TerminalCache terminals, ISecurityModule security, TimeProvider time)
{
    /// <summary>Refuses a message from an address over the limit, and verifies the MAC of any other message.</summary>
    /// <returns>Null if the message may be queued.</returns>
    public async Task<Decline?> Check(TerminalMessage message, CancellationToken cancellation)
    {
        var known = terminals.TryGet(message.Terminal);
        if (refused.Find(message.Address) is not { } address)
        {
            await Verify(message, known, cancellation);
            return null;
        }

        if (address.IsSpent(known?.Number))
        {
            return Admission.Guessing;
        }

        // The cached terminal may be stale, because the terminal may have signed on at another host since.
        if (IsExempt(message, known) || IsExempt(message, known = await terminals.Refresh(message.Terminal, cancellation)))
        {
            return null;
        }

        // The first message is passed on and refused by its unit, which raises the terminal's alert. Otherwise an attacker could suppress that alert.
        if (known is not null && !address.HasRefused(known.Number))
        {
            return null;
        }

        address.RecordRefusal(known?.Number);
        return Admission.Guessing;
    }

    private async Task Verify(TerminalMessage message, Terminal? known, CancellationToken cancellation)
    {
        // Every terminal is read once, also one that does not sign. If its address gets blocked later, its number is then known to exist. A terminal that signs may have new keys by now.
        var hasMac = message is { Signature: not null, SignOnOperator: null };
        if ((known is null || (hasMac && !IsSigned(message, known))) && await terminals.Refresh(message.Terminal, cancellation) is { } now && hasMac)
        {
            IsSigned(message, now);
        }
    }

    private bool IsSigned(TerminalMessage message, Terminal terminal) => RequiresMac(message, terminal, out _) && IsSignedBy(message.Signature!, terminal);

    /// <summary>Returns whether a message is exempt from a blocked address: its MAC is correct, or its terminal last signed on from that address.</summary>
    private bool IsExempt(TerminalMessage message, Terminal? terminal)
    {
        if (terminal is null)
        {
            return false;
        }

        Decline? decline = null;
        return message.SignOnOperator is null && RequiresMac(message, terminal, out decline)
            ? IsSignedBy(message.Signature!, terminal)
            : (decline is null || !Admission.IsGuessed(decline)) && terminal.LastAddress == message.Address;
    }

    private bool RequiresMac(TerminalMessage message, Terminal terminal, out Decline? decline) =>
        terminal.RequiresMac(message.Signature is not null, message.Signature?.SignedAt, time.GetUtcNow().UtcDateTime, out decline);

    private bool IsSignedBy(MessageSignature signature, Terminal terminal) => terminal.ConfirmedFirst().Any(pair => signature.IsRight(security, terminal, pair));
}
