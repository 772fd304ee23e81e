using Jpos.Domain.Stores;

namespace Jpos.Domain.Cards;

/// <summary>A member card: whether it may be used at all. Its points are a <see cref="Accounts.PointAccount"/>'s, its tickets are <see cref="Tickets.Ticket"/>s.</summary>
public sealed class Card
{
    /// <summary>How many PINs may be wrong in a day (protocol §9).</summary>
    public const int MostWrongPinsInDay = 3;

    /// <summary>How many PINs may be wrong in a row, over days (protocol §9).</summary>
    public const int MostWrongPins = 10;

    private Card()
    {
    }

    public Card(CardNumber number, CardProduct product, CardState state, Member? member = null, DateOnly? expiresOn = null)
    {
        ExpiresOn = expiresOn;
        Number = number;
        Product = product;
        State = state;
        Member = member;
    }

    public long Id { get; private set; }

    public CardNumber Number { get; private set; } = null!;

    public CardProduct Product { get; private set; } = null!;

    /// <summary>Null until the card belongs to somebody.</summary>
    public Member? Member { get; private set; }

    public CardState State { get; private set; }

    /// <summary>The last day on which the card may be used; null for one that does not expire.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>The number under which the card goes on that had this one; null for one that was not replaced.</summary>
    public CardNumber? ReplacedBy { get; private init; }

    /// <summary>What a PIN is checked against; null for a card without a PIN (protocol §9).</summary>
    public byte[]? PinVerifier { get; private set; }

    public bool HasPin => PinVerifier is not null;

    /// <summary>Wrong PINs in a row, over whatever time; with <see cref="MostWrongPins"/> the PIN is locked.</summary>
    public int WrongPins { get; private set; }

    /// <summary>Wrong PINs on <see cref="WrongPinsOn"/>; with <see cref="MostWrongPinsInDay"/> no more are tried that day.</summary>
    public int WrongPinsToday { get; private set; }

    /// <summary>The programme's day of the last wrong PIN; null if the last one was right.</summary>
    public DateOnly? WrongPinsOn { get; private set; }

    /// <summary>There is no card with the number that was sent.</summary>
    private static Decline Unknown => new(ResponseCode.CardInvalid, "cardNo is not a card of this host.");

    /// <summary>The grade by which the card earns; green if it belongs to nobody yet, or if the stored grade cannot be read: its holder pays and earns what everybody does.</summary>
    public Grade Grade => Member is { Grade: var grade } && Enum.IsDefined(grade) ? grade : Grade.Green;

    /// <summary>Rows 9 to 12 of protocol §2: the store, its card product and the card itself allow the operation.</summary>
    /// <param name="card">The card with the number that was sent; null if there is none.</param>
    /// <param name="store">Where it happens.</param>
    /// <param name="operation">What is asked for.</param>
    /// <param name="track">The second track, if it was sent.</param>
    /// <param name="today">The programme's day.</param>
    /// <param name="isOfCard">Whether the transaction that this one would undo is of the card; null if it was not found, or none would be undone.</param>
    public static Decline? Refuse(
        Card? card, Store store, Operations operation, Track2? track, DateOnly today, bool? isOfCard = null)
    {
        if (store.RefuseOperation(operation) is { } decline)
        {
            return decline;
        }

        if (card?.Product.DeniedOperations.HasFlag(operation) is true)
        {
            return new Decline(ResponseCode.OperationNotAllowed, "The card's product does not allow this operation.");
        }

        return card is null ? Unknown : card.Refuse(track, today, isOfCard, mayBeInactive: operation is Operations.Activate);
    }

    /// <summary>Rows 10 to 12 of protocol §2 for a query, which nobody denies.</summary>
    /// <param name="card">The card with the number that was sent; null if there is none.</param>
    /// <param name="today">The programme's day.</param>
    /// <param name="mayBeInactive">A card that is not activated may be asked for.</param>
    public static Decline? RefuseQuery(Card? card, DateOnly today, bool mayBeInactive) => card is null ? Unknown : card.Refuse(null, today, null, mayBeInactive);

    /// <summary>Rows 10 to 12 of protocol §2.</summary>
    /// <param name="track">The second track, if it was sent.</param>
    /// <param name="today">The programme's day.</param>
    /// <param name="isOfCard">Whether the transaction that this one would undo is of the card; null if it was not found, or none would be undone.</param>
    /// <param name="mayBeInactive">The operation is one that a card may do before it is activated.</param>
    private Decline? Refuse(Track2? track, DateOnly today, bool? isOfCard, bool mayBeInactive)
    {
        if (Product.HasCheckDigit && !Number.HasCheckDigit)
        {
            return new Decline(ResponseCode.CardInvalid, "cardNo has a wrong check digit.");
        }

        if (State is CardState.Closed)
        {
            return new Decline(ResponseCode.CardInvalid, "The card is closed.");
        }

        if (track is not null && track.Card != Number)
        {
            return new Decline(ResponseCode.CardInvalid, "track2 is of another card than cardNo.");
        }

        if (isOfCard is false)
        {
            return new Decline(ResponseCode.CardInvalid, "cardNo is not the card of the original.");
        }

        return State switch
        {
            CardState.Issued when !mayBeInactive => new Decline(ResponseCode.CardNotActive, "The card is not activated."),
            CardState.Lost => new Decline(ResponseCode.CardLost, "The card is reported lost."),
            CardState.Stolen => new Decline(ResponseCode.CardStolen, "The card is reported stolen."),
            CardState.Frozen => new Decline(ResponseCode.CardFrozen, "The card is frozen."),
            not (CardState.Issued or CardState.Active) => new Decline(ResponseCode.CardFrozen, "The card's stored state cannot be read."),
            _ when ExpiresOn < today || track?.ExpiresOn < today => new Decline(ResponseCode.CardExpired, "The card is expired."),
            _ => null,
        };
    }

    /// <summary>Row 20 of protocol §2, as far as the card decides it: only a card in state issued can be activated.</summary>
    public Decline? RefuseActivation() =>
        State is CardState.Issued ? null : new Decline(ResponseCode.OriginalNotEligible, "The card is active already.");

    /// <summary>Gives the card to a member: the mobile, and the document if there is one, are bound to it (protocol §5).</summary>
    /// <returns>05, and nothing has changed, if the card belongs to somebody else; null if it is active now.</returns>
    public Decline? Activate(MobileNumber mobile, IdentityType type, IdentityNumber? number)
    {
        if (Member?.Contradicts(type, number) is true)
        {
            return new Decline(ResponseCode.ActivationRefused, "The identity is not the one that the card was issued to.");
        }

        Member ??= new Member(new("", Grade.Green));
        Member.Bind(mobile, type, number);
        State = CardState.Active;
        return null;
    }

    /// <summary>
    /// Whether the back office may change the card's state so: nobody's card becomes active, a card in use may be frozen or reported lost or stolen, what was frozen or is found again is used again, and what is closed stays closed.
    /// </summary>
    public bool CanChangeTo(CardState next) => (State, next) switch
    {
        (CardState.Closed, _) => false,
        (_, CardState.Closed) => true,
        (CardState.Issued or CardState.Frozen or CardState.Lost or CardState.Stolen, CardState.Active) => Member is not null,
        (CardState.Active, CardState.Frozen) => true,
        (CardState.Active or CardState.Frozen, CardState.Lost) => true,
        (CardState.Active or CardState.Frozen or CardState.Lost, CardState.Stolen) => true,
        _ => false,
    };

    /// <exception cref="InvalidOperationException">It may not become so.</exception>
    public void ChangeState(CardState next) => State = CanChangeTo(next) ? next : throw new InvalidOperationException($"A card that is {State} does not become {next}.");

    /// <summary>Somebody's card may get another number while it is used, and when it is lost or stolen; a frozen one stays as it is until it is looked into.</summary>
    public bool CanBeReplaced => Member is not null && State is CardState.Active or CardState.Lost or CardState.Stolen;

    /// <summary>Gives the card another number. It goes on under it, active, with its points, tickets, member, PIN and history, so that what was done with the old number can be undone with the new one.</summary>
    /// <param name="number">The new number, which no card has.</param>
    /// <param name="expiresOn">The last day on which it may be used now; null for one that does not expire.</param>
    /// <returns>What is left under the old number: a closed card.</returns>
    /// <exception cref="InvalidOperationException">It may not be replaced.</exception>
    public Card Replace(CardNumber number, DateOnly? expiresOn)
    {
        if (!CanBeReplaced)
        {
            throw new InvalidOperationException($"A card that is {State} is not replaced.");
        }

        var left = new Card(Number, Product, CardState.Closed, null, ExpiresOn) { ReplacedBy = number };
        (Number, ExpiresOn, State) = (number, expiresOn, CardState.Active);
        return left;
    }

    /// <summary>Returns whether the card may get a PIN, its first or another one. A closed card gets none.</summary>
    public bool CanHavePin => State is not CardState.Closed;

    /// <summary>Gives the card a PIN, its first or another one, and sets the counts of wrong PINs to zero.</summary>
    /// <param name="verifier">What a PIN is checked against, made for this card.</param>
    /// <exception cref="InvalidOperationException">The card is closed.</exception>
    public void SetPin(byte[] verifier)
    {
        PinVerifier = CanHavePin ? verifier : throw new InvalidOperationException("A closed card gets no PIN.");
        UnlockPin();
    }

    /// <summary>Sets the counts of wrong PINs to zero: the PIN may be tried again.</summary>
    public void UnlockPin() => (WrongPins, WrongPinsToday, WrongPinsOn) = (0, 0, null);

    /// <summary>Returns whether no PIN is accepted now: too many were wrong today, or in a row.</summary>
    public bool IsPinLocked(DateOnly today) => RefusePinTry(today) is not null;

    /// <summary>Row 15 of protocol §2 for a card without a PIN whose product asks for one: it cannot spend points or vouchers.</summary>
    public static Decline NoPin => new(ResponseCode.OperationNotAllowed, "The card's product asks for a PIN to spend points or vouchers, and the card has no PIN yet.");

    /// <summary>Row 13 of protocol §2: whether a PIN may be tried.</summary>
    public Decline? RefusePinTry(DateOnly today)
    {
        if (WrongPins >= MostWrongPins)
        {
            return new Decline(ResponseCode.PinLocked, "The PIN of the card is locked until the issuer unlocks it.");
        }

        return WrongPinsOn == today && WrongPinsToday >= MostWrongPinsInDay ? PinTriesUsedUp : null;
    }

    /// <summary>Row 15 of protocol §2: a PIN was tried. A right one forgives all wrong ones before it.</summary>
    /// <param name="isRight">It is the card's.</param>
    /// <param name="today">The programme's day.</param>
    public Decline? RecordPinAttempt(bool isRight, DateOnly today)
    {
        if (isRight)
        {
            UnlockPin();
            return null;
        }

        WrongPinsToday = WrongPinsOn == today ? WrongPinsToday + 1 : 1;
        WrongPinsOn = today;
        WrongPins++;
        return RefusePinTry(today) is null ? new Decline(ResponseCode.PinWrong, "The PIN is wrong.") : PinTriesUsedUp;
    }

    private static Decline PinTriesUsedUp => new(ResponseCode.PinTriesUsedUp, "The PIN was wrong too often today.");
}
