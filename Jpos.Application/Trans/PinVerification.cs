using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;

namespace Jpos.Application.Trans;

/// <summary>Rows 13 to 15 of protocol §2. What a PIN changes, a count or the proof of a pair of keys, is part of its message's unit of work.</summary>
public sealed class PinVerification(ISecurityModule security)
{
    /// <param name="card">The card. One without a PIN ignores what was sent.</param>
    /// <param name="block">The encrypted PIN, if one was sent.</param>
    /// <param name="required">The entry mode or the product asks for it.</param>
    /// <param name="terminal">The terminal, with its keys.</param>
    /// <param name="pair">The pair that verified the message's MAC: the PIN has to be under it. Without one all pairs are tried, from the newest on.</param>
    /// <param name="now">The instant.</param>
    public Decline? Refuse(Card card, PinBlock? block, bool required, Terminal terminal, WorkingKeys? pair, Moment now)
    {
        if (card.PinVerifier is null || (block is null && !required))
        {
            return null;
        }

        if (card.RefusePinTry(now.Today) is { } usedUp)
        {
            return usedUp;
        }

        if (block is null)
        {
            return new Decline(ResponseCode.Malformed, "password is missing: this card asks for its PIN.");
        }

        foreach (var candidate in pair is null ? terminal.NewestFirst().ToList() : [pair])
        {
            var check = security.CheckPin(terminal, candidate, block, card.Number, card.PinVerifier);
            if (check is not PinCheck.Undecodable)
            {
                terminal.Confirm(candidate);
                return card.TryPin(check is PinCheck.Right, now.Today);
            }
        }

        return new Decline(ResponseCode.PinUndecodable, "password is no PIN block for this card under the PIN key of the terminal.");
    }
}
