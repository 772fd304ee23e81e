using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Limits;

namespace Jpos.Application.TerminalProtocol.Transactions;

/// <summary>Checks rows 13 to 15 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>. The effects of a PIN, a count or a confirmed pair of keys, are part of its message's unit of work.</summary>
public sealed class PinVerification(ISecurityModule security, IPinFailures guesses, IAlerts alerts, FailureLimits limits)
{
    /// <param name="message">The message, with the encrypted PIN if one was sent.</param>
    /// <param name="purse">The card, with the others of its account.</param>
    /// <param name="context">The terminal with its keys. The PIN must be under the pair that verified the message's MAC. Without such a pair, all pairs are tried, the newest first.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<Decline?> Refuse(Consume message, CardsOfAccount purse, TransactionContext context, CancellationToken cancellation)
    {
        var card = purse.Used;
        var asks = message.Spends && purse.RequirePin;
        if (!card.HasPin)
        {
            return asks ? RefuseWithoutPin(message.Password, card, context) : null;
        }

        if (message.Password is null && !asks && !message.EntryMode.HasPin)
        {
            return null;
        }

        if (purse.RefusePinTry(context.Now.Today) is { } usedUp)
        {
            return usedUp;
        }

        if (message.Password is null)
        {
            return new Decline(ResponseCode.Malformed, "password is missing. This card requires its PIN.");
        }

        // Beyond the limit, PINs are not even decrypted.
        var sources = Sources(message, context);
        foreach (var (source, most) in sources.Where(source => source.Refuses))
        {
            if ((await guesses.Find(source, cancellation))?.AreTooMany(most, context.Now.Utc) is true)
            {
                return Guessing;
            }
        }

        if (Check(message.Password, card, context) is not { } isRight)
        {
            return Undecodable;
        }

        if (!isRight)
        {
            await Count(sources, context, cancellation);
        }

        return purse.RecordPinAttempt(isRight, context.Now.Today);
    }

    /// <summary>A card that requires a PIN but has none is declined. A block that does not decode is reported first (row 14).</summary>
    private Decline RefuseWithoutPin(PinBlock? block, Card card, TransactionContext context) =>
        block is not null && Check(block, card, context) is null ? Undecodable : Card.NoPin;

    /// <returns>Whether the PIN is the card's; null if the block does not decode.</returns>
    private bool? Check(PinBlock block, Card card, TransactionContext context)
    {
        foreach (var candidate in context.Pair is { } pair ? [pair] : context.Terminal.NewestFirst().ToList())
        {
            var check = security.CheckPin(context.Terminal, candidate, block, card);
            if (check is not PinCheck.Undecodable)
            {
                context.Terminal.Confirm(candidate);
                return check is PinCheck.Right;
            }
        }

        return null;
    }

    private async Task Count(IEnumerable<Source> sources, TransactionContext context, CancellationToken cancellation)
    {
        var isGuessing = false;
        foreach (var (source, most) in sources)
        {
            if (await guesses.FindToCount(source, cancellation) is not { } counted)
            {
                guesses.Add(counted = new PinFailures(source, context.Now.Utc));
            }

            counted.RecordFailure(context.Now.Utc);
            isGuessing |= counted.AreTooMany(most, context.Now.Utc);
        }

        if (isGuessing)
        {
            await alerts.Raise(AlertKind.PinGuessing, context.Terminal, context.Now.Utc, cancellation);
        }
    }

    /// <summary>Returns the sources whose wrong PINs are counted, and whether each may block the message. An address blocks unsigned messages only, because many signing terminals may share one address, and each has its own limit.</summary>
    private List<Source> Sources(Consume message, TransactionContext context)
    {
        var isSigned = context.Pair is not null;
        List<Source> sources = [new(PinFailures.OfTerminal(context.Terminal.Number, isSigned), limits.MostWrongPinsOfTerminal, true)];
        if (message.Address.Length > 0)
        {
            sources.Add(new(PinFailures.OfAddress(message.Address), limits.MostWrongPinsOfAddress, !isSigned));
        }

        return [.. sources.Where(source => source.Most > 0)];
    }

    private static Decline Guessing => new(ResponseCode.CountOverLimit, "This terminal or address sent too many wrong PINs. Try again later.");

    private static Decline Undecodable => new(ResponseCode.PinUndecodable, "password does not decrypt to a PIN for this card under the PIN key of the terminal.");

    private sealed record Source(string Name, int Most, bool Refuses)
    {
        public void Deconstruct(out string name, out int most) => (name, most) = (Name, Most);
    }
}
