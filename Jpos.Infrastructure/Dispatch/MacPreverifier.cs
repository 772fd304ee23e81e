using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Terminals;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>
/// What happens to a message before it waits for its unit of work: its MAC is verified, so that nobody waits for that, and what comes from an address over the limit of refused messages is refused from memory. Whether a message comes in is decided in its unit all the same, by the rows that count (<see cref="Admission"/>).
/// </summary>
internal sealed class MacPreverifier(BlockedAddresses refused, TerminalCache terminals, ISecurityModule security, TimeProvider time)
{
    /// <summary>Refuses a message from an address over the limit, and verifies the MAC of any other.</summary>
    /// <returns>Null if the message goes on to its unit.</returns>
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

        // What was read may be out of date: the terminal may have signed on at another host since.
        if (IsExempt(message, known) || IsExempt(message, known = await terminals.Refresh(message.Terminal, cancellation)))
        {
            return null;
        }

        // The first one goes on and is refused by its unit, which raises the terminal's alert: a guesser must not be able to silence it.
        if (known is not null && !address.HasRefused(known.Number))
        {
            return null;
        }

        address.RecordRefusal(known?.Number);
        return Admission.Guessing;
    }

    private async Task Verify(TerminalMessage message, Terminal? known, CancellationToken cancellation)
    {
        // Every terminal is read once, also one that signs nothing: if its address comes to be over the limit, its number is not one of no terminal. Of one that signs, other keys may be in force by now.
        var hasMac = message is { Signature: not null, SignOnOperator: null };
        if ((known is null || (hasMac && !IsSigned(message, known))) && await terminals.Refresh(message.Terminal, cancellation) is { } now && hasMac)
        {
            IsSigned(message, now);
        }
    }

    private bool IsSigned(TerminalMessage message, Terminal terminal) => RequiresMac(message, terminal, out _) && IsSignedBy(message.Signature!, terminal);

    /// <summary>Whether a message may be one that comes in from an address over the limit: it is signed right, or its terminal is at home there.</summary>
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
