using Jpos.Domain.Stores;

namespace Jpos.Domain.Cards;

/// <summary>A member card, and whether it may be used. Its points and tickets belong to a <see cref="Accounts.PointAccount"/>, from which other cards may spend too.</summary>
public sealed class Card
{
    /// <summary>The number of wrong PINs in a day that blocks the PIN for that day (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
    public const int MostWrongPinsInDay = 3;

    /// <summary>The number of wrong PINs in a row, over several days, that locks the PIN (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
    public const int MostWrongPins = 10;

    private Card()
    {
    }

    /// <param name="id">The id, unique in the host.</param>
    /// <param name="accountId">The account from which the card spends.</param>
    /// <param name="number">The number.</param>
    /// <param name="product">The product.</param>
    /// <param name="state">The state.</param>
    /// <param name="member">The member; null for none.</param>
    /// <param name="expiresOn">The last day on which the card may be used; null if it does not expire.</param>
    public Card(long id, long accountId, CardNumber number, CardProduct product, CardState state, Member? member = null, DateOnly? expiresOn = null)
    {
        (Id, AccountId) = (id, accountId);
        ExpiresOn = expiresOn;
        Number = number;
        Product = product;
        State = state;
        Member = member;
    }

    public long Id { get; private set; }

    /// <summary>The account from which the card spends. A merge changes it.</summary>
    public long AccountId { get; private set; }

    public CardNumber Number { get; private set; } = null!;

    public CardProduct Product { get; private set; } = null!;

    /// <summary>The member; null until the card is bound to one.</summary>
    public Member? Member { get; private set; }

    public CardState State { get; private set; }

    /// <summary>The last day on which the card may be used; null if it does not expire.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>The new number of the card that had this one; null if it was not replaced.</summary>
    public CardNumber? ReplacedBy { get; private set; }

    /// <summary>The value with which the host checks a PIN; null for a card without a PIN (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
    public byte[]? PinVerifier { get; private set; }

    public bool HasPin => PinVerifier is not null;

    /// <summary>The wrong PINs in a row, over any time. At <see cref="MostWrongPins"/> the PIN is locked.</summary>
    public int WrongPins { get; private set; }

    /// <summary>The wrong PINs on <see cref="WrongPinsOn"/>. At <see cref="MostWrongPinsInDay"/> the host accepts no more that day.</summary>
    public int WrongPinsToday { get; private set; }

    /// <summary>The programme's day of the last wrong PIN; null if the last PIN was correct.</summary>
    public DateOnly? WrongPinsOn { get; private set; }

    /// <summary>The decline for a number that no card has.</summary>
    private static Decline Unknown => new(ResponseCode.CardInvalid, "cardNo is not a card of this host.");

    /// <summary>The grade by which the card earns. It is green if the card has no member or the stored grade cannot be read, so its holder earns the basic rate.</summary>
    public Grade Grade => Member is { Grade: var grade } && Enum.IsDefined(grade) ? grade : Grade.Green;

    /// <summary>Returns the decline of rows 9 to 12 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>, or null. The store, the card product and the card must allow the operation.</summary>
    /// <param name="card">The card with the number of the message; null if there is none.</param>
    /// <param name="store">The store of the message.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="track">The second track, if it was sent.</param>
    /// <param name="today">The programme's day.</param>
    /// <param name="isOfCard">Whether the original belongs to the card; null if it was not found, or if there is none.</param>
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

    /// <summary>Returns the decline of rows 10 to 12 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> for a query, or null. Stores and products cannot deny a query.</summary>
    /// <param name="card">The card with the number of the message; null if there is none.</param>
    /// <param name="today">The programme's day.</param>
    /// <param name="mayBeInactive">Whether the query accepts a card that is not activated.</param>
    public static Decline? RefuseQuery(Card? card, DateOnly today, bool mayBeInactive) => card is null ? Unknown : card.Refuse(null, today, null, mayBeInactive);

    /// <summary>Returns the decline of rows 10 to 12 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>, or null.</summary>
    /// <param name="track">The second track, if it was sent.</param>
    /// <param name="today">The programme's day.</param>
    /// <param name="isOfCard">Whether the original belongs to the card; null if it was not found, or if there is none.</param>
    /// <param name="mayBeInactive">Whether the operation accepts a card that is not activated.</param>
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
            return new Decline(ResponseCode.CardInvalid, "track2 belongs to another card than cardNo.");
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

    /// <summary>Returns the card's decline of row 20 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>, or null. Only an issued card can be activated.</summary>
    public Decline? RefuseActivation() =>
        State is CardState.Issued ? null : new Decline(ResponseCode.OriginalNotEligible, "The card is already active.");

    /// <summary>Binds the card to a member, with the mobile number and the document, if one is sent (<see href="docs/protocol.md#7-verify-codes-and-activation">protocol §7</see>).</summary>
    /// <param name="mobile">The mobile number.</param>
    /// <param name="type">The type of the document.</param>
    /// <param name="number">The number of the document; null if none is sent.</param>
    /// <param name="numbers">Gives a new member its id.</param>
    /// <returns>05 if the card belongs to another member, and nothing has changed; null if the card is now active.</returns>
    public Decline? Activate(MobileNumber mobile, IdentityType type, IdentityNumber? number, INumberSequence numbers)
    {
        if (Member?.Contradicts(type, number) is true)
        {
            return new Decline(ResponseCode.ActivationRefused, "The document does not match the member of the card.");
        }

        Member ??= new Member(numbers.Next(), new("", Grade.Green));
        Member.Bind(mobile, type, number);
        State = CardState.Active;
        return null;
    }

    /// <summary>
    /// Returns whether the back office may change the state to another one. Active needs a member. A card in use may be frozen, or reported lost or stolen. A frozen or found card can become active again. Closed is final.
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

    /// <exception cref="InvalidOperationException">The change is not allowed.</exception>
    public void ChangeState(CardState next) => State = CanChangeTo(next) ? next : throw new InvalidOperationException($"A card that is {State} does not become {next}.");

    /// <summary>Whether the card may get another number. It needs a member, and must be active, lost or stolen. A frozen card stays as it is until somebody decides on it.</summary>
    public bool CanBeReplaced => Member is not null && State is CardState.Active or CardState.Lost or CardState.Stolen;

    /// <summary>Replaces the card with a new one on the same account, which is active at once. The new card has no PIN. This card is closed, and transactions with it can be undone with the new one.</summary>
    /// <param name="id">The id of the new card.</param>
    /// <param name="number">The new number, which no card has.</param>
    /// <param name="expiresOn">The last day on which the new card may be used; null if it does not expire.</param>
    /// <returns>The new card.</returns>
    /// <exception cref="InvalidOperationException">The card cannot be replaced.</exception>
    public Card Replace(long id, CardNumber number, DateOnly? expiresOn)
    {
        if (!CanBeReplaced)
        {
            throw new InvalidOperationException($"A card that is {State} is not replaced.");
        }

        (State, ReplacedBy) = (CardState.Closed, number);
        return new Card(id, AccountId, number, Product, CardState.Active, Member, expiresOn);
    }

    /// <summary>Whether the account may get another card: a companion. The card must be active and have a member.</summary>
    public bool CanHaveCompanion => Member is not null && State is CardState.Active;

    /// <summary>Passes the card to the account that its own was merged into.</summary>
    public void MoveTo(long accountId) => AccountId = accountId;

    /// <summary>Whether the card may get a PIN, its first or another one. A closed card gets none.</summary>
    public bool CanHavePin => State is not CardState.Closed;

    /// <summary>Sets the PIN of the card, and sets the counts of wrong PINs to zero.</summary>
    /// <param name="verifier">The value with which a PIN of this card is checked.</param>
    /// <exception cref="InvalidOperationException">The card is closed.</exception>
    public void SetPin(byte[] verifier)
    {
        PinVerifier = CanHavePin ? verifier : throw new InvalidOperationException("A closed card gets no PIN.");
        UnlockPin();
    }

    /// <summary>Sets the counts of wrong PINs to zero, so the PIN can be used again.</summary>
    public void UnlockPin() => (WrongPins, WrongPinsToday, WrongPinsOn) = (0, 0, null);

    /// <summary>Returns whether no PIN is accepted now, because too many were wrong today or in a row.</summary>
    public bool IsPinLocked(DateOnly today) => RefusePinTry(today) is not null;

    /// <summary>The decline of row 15 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> for a card without a PIN whose product requires one to spend points or vouchers.</summary>
    public static Decline NoPin => new(ResponseCode.OperationNotAllowed, "The card has no PIN yet. Its product requires one to spend points or vouchers.");

    /// <summary>Returns the decline of row 13 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>, or null if a PIN may be tried.</summary>
    public Decline? RefusePinTry(DateOnly today) => RefusePinTry(WrongPins, WrongPinsOn == today ? WrongPinsToday : 0);

    /// <param name="inRow">The wrong PINs in a row.</param>
    /// <param name="inDay">The wrong PINs today.</param>
    internal static Decline? RefusePinTry(int inRow, int inDay) =>
        inRow >= MostWrongPins ? new Decline(ResponseCode.PinLocked, "The PIN of the card is locked until the issuer unlocks it.")
        : inDay >= MostWrongPinsInDay ? PinTriesUsedUp
        : null;

    /// <summary>Records a PIN attempt (row 15 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>). A correct PIN resets the counts of wrong ones.</summary>
    /// <param name="isRight">Whether the PIN is the card's.</param>
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

    internal static Decline PinTriesUsedUp => new(ResponseCode.PinTriesUsedUp, "The PIN was wrong too many times today.");
}
