using Jpos.Domain.Batches;
using Jpos.Domain.Keys;
using Jpos.Domain.Limits;
using Jpos.Domain.Programmes;
using Jpos.Domain.Stores;

namespace Jpos.Domain.Terminals;

/// <summary>A POS terminal. It decides whether its messages are admitted, and in which batch they are.</summary>
public sealed class Terminal
{
    /// <summary>The number of unconfirmed key pairs that a terminal keeps: enough for lost answers to check-ins (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
    public const int MostUnconfirmedKeys = 3;

    /// <summary>The largest difference between the time of a signed message and the host's, in both directions (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
    public static readonly TimeSpan MacWindow = TimeSpan.FromSeconds(300);

    private static readonly TimeSpan RefusedCardsWindow = TimeSpan.FromMinutes(10);

    private readonly List<WorkingKeys> keys = [];
    private bool isEnabled = true;
    private MacPolicy macPolicy = MacPolicy.Required;
    private bool untilFirstSigned = true;
    private AnswerFormat answers = AnswerFormat.Full;

    private Terminal()
    {
    }

    /// <param name="number">Its number.</param>
    /// <param name="store">Its store.</param>
    /// <param name="keyAlgorithm">The cipher of its keys.</param>
    /// <param name="wrappedMasterKey">Its master key under the host key; empty if it is loaded later.</param>
    public Terminal(TerminalNumber number, StoreNumber store, KeyAlgorithm keyAlgorithm, byte[] wrappedMasterKey)
    {
        Number = number;
        StoreNumber = store;
        KeyAlgorithm = keyAlgorithm;
        WrappedMasterKey = wrappedMasterKey;
    }

    public TerminalNumber Number { get; private set; } = null!;

    public StoreNumber StoreNumber { get; private set; } = null!;

    public bool IsEnabled
    {
        get => isEnabled;
        init => isEnabled = value;
    }

    public MacPolicy MacPolicy
    {
        get => macPolicy;
        init => macPolicy = value;
    }

    /// <summary>Whether unsigned messages are refused after the terminal has signed one, with the policy Optional (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
    public bool UntilFirstSigned
    {
        get => untilFirstSigned;
        init => untilFirstSigned = value;
    }

    /// <summary>Whether a message of the terminal has had a correct MAC.</summary>
    public bool HasSigned { get; private set; }

    /// <summary>The requested weaker policy on which a different person has not decided; null for none.</summary>
    public MacPolicyRequest? PendingMacPolicy { get; private set; }

    /// <summary>The terminal's own limit of the amount of one consume; null for the programme's (<see href="docs/protocol.md#2-response-codes">protocol §2</see>, row 17).</summary>
    public Money? MostPerConsume { get; private set; }

    /// <summary>The terminal's own limit of points that its consumes may earn in one business day; null for the programme's (<see href="docs/protocol.md#2-response-codes">protocol §2</see>, row 17).</summary>
    public Points? MostGiftsPerDay { get; private set; }

    /// <summary>The amount of data that it accepts in the answer to a card query.</summary>
    public AnswerFormat AnswerFormat
    {
        get => answers;
        init => answers = value;
    }

    /// <summary>The cipher of its keys.</summary>
    public KeyAlgorithm KeyAlgorithm { get; private set; }

    /// <summary>Its master key (TMK) under the host key; empty if none is loaded. Without it, the terminal cannot sign on.</summary>
    public byte[] WrappedMasterKey { get; private set; } = [];

    /// <summary>The time at which it last signed on, UTC; null before its first check-in.</summary>
    public DateTime? SignedOnAt { get; private set; }

    /// <summary>The address of its last sign-on or correct MAC; null if it had none.</summary>
    public string? LastAddress { get; private set; }

    /// <summary>Its newest batch, open or closed; null before its first.</summary>
    public Batch? Batch { get; private set; }

    /// <summary>The time of the first of <see cref="RefusedCards"/>, UTC; null if there was none.</summary>
    public DateTime? RefusedCardsSince { get; private set; }

    /// <summary>The number of refused card numbers since then.</summary>
    public int RefusedCards { get; private set; }

    /// <summary>Its pairs of working keys, in no order. They are loaded only for messages that need them.</summary>
    public IReadOnlyCollection<WorkingKeys> Keys => keys;

    /// <summary>Returns the pairs in the order in which a MAC is verified. Nearly every message uses the confirmed pair.</summary>
    public IEnumerable<WorkingKeys> ConfirmedFirst() => NewestFirst().OrderByDescending(pair => pair.IsConfirmed);

    /// <summary>Returns the pairs in the order in which a PIN block without a MAC is decrypted (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
    public IEnumerable<WorkingKeys> NewestFirst() => keys.OrderByDescending(pair => pair.CreatedAt).ThenByDescending(pair => pair.Number);

    /// <summary>Returns the decline of row 1 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> if a PIN block does not have the length for the terminal's cipher.</summary>
    public Decline? RefusePinBlock(PinBlock? block)
    {
        var length = KeyAlgorithm is KeyAlgorithm.Aes128 or KeyAlgorithm.Sm4 ? 16 : 8;
        return block is null || block.Bytes.Length == length
            ? null
            : new Decline(ResponseCode.Malformed, FieldErrorText.MustBe("password", $"{length * 2} hexadecimal digits for this terminal"));
    }

    /// <summary>Returns the decline of rows 3 and 4 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>, without the operator, or null.</summary>
    public Decline? Refuse(Store store)
    {
        if (!IsEnabled)
        {
            return new Decline(ResponseCode.TerminalRefused, "The terminal is disabled.");
        }

        if (WrappedMasterKey.Length == 0)
        {
            return new Decline(ResponseCode.TerminalRefused, "The terminal has no master key yet.");
        }

        return StoreNumber == store.Number ? null : new Decline(ResponseCode.TerminalRefused, "terminalNo belongs to another store.");
    }

    /// <summary>Returns whether the MAC of a message must be verified (row 5 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>). It checks the presence and the time of the MAC, before the MAC is computed.</summary>
    /// <param name="isSigned">Whether the message has a MAC.</param>
    /// <param name="madeAt">The time in the message, UTC; null if there is none.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="decline">The decline, whatever the MAC is; null if the MAC decides, or if none is needed.</param>
    /// <returns>Whether the MAC must be verified.</returns>
    public bool RequiresMac(bool isSigned, DateTime? madeAt, DateTime now, out Decline? decline)
    {
        decline = null;
        if (MacPolicy is MacPolicy.Off || (MacPolicy is MacPolicy.Optional && !isSigned && !(UntilFirstSigned && HasSigned)))
        {
            return false;
        }

        decline = SignedOnAt is null ? NotSignedOn
            : !isSigned ? new Decline(ResponseCode.MacRefused, "X-Jpos-Mac is missing. This terminal must sign its messages.")
            : madeAt is null || (now - madeAt.Value).Duration() > MacWindow ? new Decline(ResponseCode.MacRefused, "X-Jpos-Time is missing, or differs from the time of this host by more than 300 seconds.")
            : null;
        return decline is null;
    }

    /// <summary>Confirms a pair of keys, because a message has used it. Older pairs are removed (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
    public void Confirm(WorkingKeys pair)
    {
        if (!pair.IsConfirmed)
        {
            pair.Confirm();
            keys.RemoveAll(other => other != pair && !IsNewer(other, pair));
        }
    }

    /// <summary>Records the address of a sign-on or a correct MAC. From then on the terminal is known at this address.</summary>
    public void RecordAddress(string address) => LastAddress = address;

    /// <summary>Counts a refused card number.</summary>
    public void CountRefusedCard(DateTime now)
    {
        if (RefusedCardsSince is not { } since || now >= since + RefusedCardsWindow)
        {
            (RefusedCardsSince, RefusedCards) = (now, 0);
        }

        RefusedCards++;
    }

    /// <summary>Returns a decline if so many card numbers were refused recently that somebody may be guessing (<see href="docs/protocol.md#2-response-codes">protocol §2</see>).</summary>
    /// <param name="most">The limit within 10 minutes; 0 for none.</param>
    /// <param name="now">The instant, UTC.</param>
    public Decline? RefuseGuessing(int most, DateTime now) =>
        most > 0 && RefusedCards >= most && now < RefusedCardsSince + RefusedCardsWindow
            ? new Decline(ResponseCode.CountOverLimit, "This terminal sent too many card numbers that were refused. Try again later.")
            : null;

    /// <summary>Stores the same master key under another version of the host key.</summary>
    public void ReplaceWrapped(byte[] wrappedMasterKey) => WrappedMasterKey = wrappedMasterKey;

    /// <summary>Loads another master key. Working keys that were sent under the old one end, and the terminal must sign on again. Its batch stays open.</summary>
    public void LoadMasterKey(byte[] wrappedMasterKey)
    {
        WrappedMasterKey = wrappedMasterKey;
        EndSession();
    }

    /// <summary>Records that a message had a correct MAC.</summary>
    public void MarkSigned() => HasSigned = true;

    /// <summary>Changes the terminal, from the next message on.</summary>
    public void Change(bool isEnabled, AnswerFormat answers) => (this.isEnabled, this.answers) = (isEnabled, answers);

    /// <summary>Sets the terminal's own limits, from the next message on; null for the programme's.</summary>
    /// <returns>Whether a limit was raised or removed.</returns>
    public bool SetLimits(Money? mostPerConsume, Points? mostGiftsPerDay)
    {
        var isRaised = OwnLimits.IsRaised(MostPerConsume, mostPerConsume) || OwnLimits.IsRaised(MostGiftsPerDay, mostGiftsPerDay);
        (MostPerConsume, MostGiftsPerDay) = (mostPerConsume, mostGiftsPerDay);
        return isRaised;
    }

    /// <summary>Changes the MAC policy: at once if it gets stricter, otherwise after the approval of a different person. A newer request replaces a pending one.</summary>
    /// <param name="policy">The requested policy.</param>
    /// <param name="untilFirstSigned">The requested value of <see cref="UntilFirstSigned"/>.</param>
    /// <param name="by">The caller who requests it.</param>
    /// <param name="person">The person who requests it.</param>
    /// <param name="now">When, UTC.</param>
    /// <returns>Whether it waits for a different person.</returns>
    public bool RequestMacPolicy(MacPolicy policy, bool untilFirstSigned, string by, string person, DateTime now)
    {
        var isWeaker = (policy is not MacPolicy.Required && policy > MacPolicy) || (policy is MacPolicy.Optional && MacPolicy is MacPolicy.Optional && UntilFirstSigned && !untilFirstSigned);
        if (isWeaker)
        {
            PendingMacPolicy = new MacPolicyRequest(policy, untilFirstSigned, by, person, now);
        }
        else if ((policy, untilFirstSigned) != (MacPolicy, UntilFirstSigned))
        {
            (macPolicy, this.untilFirstSigned, PendingMacPolicy) = (policy, untilFirstSigned, null);
        }

        return isWeaker;
    }

    /// <summary>Applies or drops the pending weaker policy, as a different person has decided.</summary>
    public void DecideMacPolicy(bool isApproved)
    {
        var waiting = PendingMacPolicy ?? throw new InvalidOperationException($"Terminal {Number} has no policy that waits.");
        if (isApproved)
        {
            (macPolicy, untilFirstSigned) = (waiting.Policy, waiting.UntilFirstSigned);
        }

        PendingMacPolicy = null;
    }

    /// <summary>Returns the decline of row 17 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> for the amount of a consume, or null. The lower limit of the programme and the terminal counts; the card product checks its own.</summary>
    public Decline? RefuseAmount(Money amount, Programme programme)
    {
        var most = MostPerConsume is { } own && own < programme.Rules.MostPerConsume ? own : programme.Rules.MostPerConsume;
        return amount > most ? new Decline(ResponseCode.AmountOverLimit, $"The sum of pointAmount and cashAmount exceeds {most}, the limit of one consume at this terminal.") : null;
    }

    /// <summary>Returns the decline of row 17 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> for the terminal's gifts of a business day, or null.</summary>
    public Decline? RefuseGift(Points gift, DateOnly businessDay, Programme programme)
    {
        var most = MostGiftsPerDay is { } own && own < programme.Rules.MostGiftsPerDay ? own : programme.Rules.MostGiftsPerDay;
        return !gift.IsZero && Batch!.GiftsWith(gift, businessDay) > most
            ? new Decline(ResponseCode.AmountOverLimit, $"With this consume the gifts of this terminal would exceed {most} points, the limit of one business day.")
            : null;
    }

    /// <summary>Removes its working keys. The terminal must sign on again. Its batch stays open.</summary>
    public void EndSession()
    {
        keys.Clear();
        SignedOnAt = null;
    }

    /// <summary>Returns the decline of row 6 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> for a message without a batch, or null.</summary>
    public Decline? RefuseSession() => SignedOnAt is null ? NotSignedOn : null;

    /// <summary>Returns the decline of row 6 of <see href="docs/protocol.md#2-response-codes">protocol §2</see> for a message without a key, or null. The batch must be the open one; such a message opens none.</summary>
    public Decline? RefuseBatch(BatchNumber number)
    {
        if (SignedOnAt is null)
        {
            return NotSignedOn;
        }

        return Batch is { IsOpen: true } && Batch.Number == number
            ? null
            : new Decline(ResponseCode.NotSignedOn, "batchNo is not the open batch of the terminal.");
    }

    /// <summary>
    /// Returns the batch of a message with a key (row 6 of <see href="docs/protocol.md#2-response-codes">protocol §2</see>). It is the open batch, or the next one of a terminal that has settled, which this call opens (<see href="docs/protocol.md#8-settlement">§8</see>).
    /// </summary>
    /// <param name="number">The batch number of the message; null for the open batch, where the protocol makes it optional.</param>
    /// <param name="now">The instant, for a new batch.</param>
    /// <param name="programme">The programme, which limits how long gifts are pending.</param>
    /// <param name="numbers">Gives a new batch its id.</param>
    /// <param name="decline">The decline, if no batch is returned.</param>
    public Batch? EnterBatch(BatchNumber? number, DateTime now, Programme programme, INumberSequence numbers, out Decline? decline)
    {
        decline = null;
        if (SignedOnAt is null)
        {
            decline = NotSignedOn;
        }
        else if (Batch is { IsOpen: true } && (number is null || Batch.Number == number))
        {
            return Batch;
        }
        else if (Batch is { IsOpen: false } && number == Batch.Number.Next)
        {
            return OpenNext(now, programme, numbers);
        }
        else
        {
            decline = new Decline(ResponseCode.NotSignedOn, number is null ? "The terminal has no open batch." : "batchNo is not the open batch of the terminal.");
        }

        return null;
    }

    /// <summary>
    /// Signs the terminal on with a new pair of working keys. The batch is the open one, or the next one if none is open. A new pair replaces only unconfirmed pairs: a foreign check-in, whose keys nobody can decrypt, must not lock out the terminal (<see href="docs/protocol.md#5-endpoints">protocol §5</see>, <see href="docs/protocol.md#9-keys-mac-and-pin">§9</see>).
    /// </summary>
    public Batch SignOn(WorkingKeys pair, DateTime now, Programme programme, INumberSequence numbers)
    {
        foreach (var evicted in NewestFirst().Where(pair => !pair.IsConfirmed).Skip(MostUnconfirmedKeys - 1).ToList())
        {
            keys.Remove(evicted);
        }

        keys.Add(pair);
        SignedOnAt = now;
        return Batch is { IsOpen: true } ? Batch : OpenNext(now, programme, numbers);
    }

    private static bool IsNewer(WorkingKeys one, WorkingKeys other) =>
        one.CreatedAt > other.CreatedAt || (one.CreatedAt == other.CreatedAt && one.Number > other.Number);

    private static Decline NotSignedOn => new(ResponseCode.NotSignedOn, "The terminal has not signed on.");

    private Batch OpenNext(DateTime now, Programme programme, INumberSequence numbers) =>
        Batch = Batches.Batch.Open(StoreNumber, Number, Batch?.Number.Next ?? BatchNumber.First, now, programme, numbers, Batch);
}
