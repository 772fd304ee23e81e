using Jpos.Domain.Batches;
using Jpos.Domain.Keys;
using Jpos.Domain.Limits;
using Jpos.Domain.Programmes;
using Jpos.Domain.Stores;

namespace Jpos.Domain.Terminals;

/// <summary>A point of sale: whether its messages may come in, and into which batch they go.</summary>
public sealed class Terminal
{
    /// <summary>How many key pairs that no message has confirmed a terminal keeps: enough for lost check-in answers (protocol §9).</summary>
    public const int MostUnconfirmedKeys = 3;

    /// <summary>How far the time of a signed message may be from the host's, either way (protocol §9).</summary>
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
    /// <param name="store">The store that it stands in.</param>
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

    /// <summary>With the policy Optional: unsigned messages are refused once the terminal has signed one (protocol §9).</summary>
    public bool UntilFirstSigned
    {
        get => untilFirstSigned;
        init => untilFirstSigned = value;
    }

    /// <summary>A message of it carried a right MAC.</summary>
    public bool HasSigned { get; private set; }

    /// <summary>A weaker policy that somebody asked for and that a different person has not decided on; null for none.</summary>
    public MacPolicyRequest? PendingMacPolicy { get; private set; }

    /// <summary>The most that one consume at it may come to; null for what the programme says (protocol §2, row 17).</summary>
    public Money? MostPerConsume { get; private set; }

    /// <summary>The most points that its consumes may earn in one business day; null for what the programme says (protocol §2, row 17).</summary>
    public Points? MostGiftsPerDay { get; private set; }

    /// <summary>How much of a card's query it can take.</summary>
    public AnswerFormat AnswerFormat
    {
        get => answers;
        init => answers = value;
    }

    /// <summary>The cipher of its keys: its profile.</summary>
    public KeyAlgorithm KeyAlgorithm { get; private set; }

    /// <summary>The terminal's master key (TMK) under the host key; empty while it has none, and cannot sign on.</summary>
    public byte[] WrappedMasterKey { get; private set; } = [];

    /// <summary>When it last signed on; null before its first check-in.</summary>
    public DateTime? SignedOnAt { get; private set; }

    /// <summary>The address where it last signed on or proved itself by a MAC; null if it never did.</summary>
    public string? LastAddress { get; private set; }

    /// <summary>Its newest batch, open or closed; null before its first.</summary>
    public Batch? Batch { get; private set; }

    /// <summary>When the first of <see cref="RefusedCards"/> was; null if there never was one.</summary>
    public DateTime? RefusedCardsSince { get; private set; }

    /// <summary>How many card numbers were refused since then.</summary>
    public int RefusedCards { get; private set; }

    /// <summary>Its pairs of working keys, in no order; there are none in a message that asked for none.</summary>
    public IReadOnlyCollection<WorkingKeys> Keys => keys;

    /// <summary>In the order in which a MAC is tried: nearly every message is made with the confirmed pair.</summary>
    public IEnumerable<WorkingKeys> ConfirmedFirst() => NewestFirst().OrderByDescending(pair => pair.IsConfirmed);

    /// <summary>In the order in which a PIN block without a MAC is tried (protocol §9).</summary>
    public IEnumerable<WorkingKeys> NewestFirst() => keys.OrderByDescending(pair => pair.CreatedAt).ThenByDescending(pair => pair.Number);

    /// <summary>Row 1 of protocol §2, as far as only the terminal's profile tells: a PIN block has the length of its cipher's blocks.</summary>
    public Decline? RefusePinBlock(PinBlock? block)
    {
        var length = KeyAlgorithm is KeyAlgorithm.Aes128 or KeyAlgorithm.Sm4 ? 16 : 8;
        return block is null || block.Bytes.Length == length
            ? null
            : new Decline(ResponseCode.Malformed, FieldErrorText.MustBe("password", $"{length * 2} hexadecimal digits for this terminal"));
    }

    /// <summary>Rows 3 and 4 of protocol §2, but for the operator.</summary>
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

        return StoreNumber == store.Number ? null : new Decline(ResponseCode.TerminalRefused, "terminalNo is a terminal of another store.");
    }

    /// <summary>Row 5 of protocol §2, before a MAC is computed: whether the message has to carry one, and whether it was made lately.</summary>
    /// <param name="isSigned">The message carries a MAC.</param>
    /// <param name="madeAt">When it says that it was made, UTC; null if it does not say it.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <param name="decline">Why the message may not come in, whatever its MAC; null if that depends on its MAC, or on nothing.</param>
    /// <returns>The MAC has to be verified.</returns>
    public bool RequiresMac(bool isSigned, DateTime? madeAt, DateTime now, out Decline? decline)
    {
        decline = null;
        if (MacPolicy is MacPolicy.Off || (MacPolicy is MacPolicy.Optional && !isSigned && !(UntilFirstSigned && HasSigned)))
        {
            return false;
        }

        decline = SignedOnAt is null ? NotSignedOn
            : !isSigned ? new Decline(ResponseCode.MacRefused, "X-Jpos-Mac is missing: this terminal has to sign its messages.")
            : madeAt is null || (now - madeAt.Value).Duration() > MacWindow ? new Decline(ResponseCode.MacRefused, "X-Jpos-Time is missing, or more than 300 seconds away from the time of this host.")
            : null;
        return decline is null;
    }

    /// <summary>A message of the terminal was made with a pair of keys: the pair is the terminal's, and older ones go (protocol §9).</summary>
    public void Confirm(WorkingKeys pair)
    {
        if (!pair.IsConfirmed)
        {
            pair.Confirm();
            keys.RemoveAll(other => other != pair && !IsNewer(other, pair));
        }
    }

    /// <summary>It signed on or proved itself from an address: there it is no stranger.</summary>
    public void RecordAddress(string address) => LastAddress = address;

    /// <summary>Counts a card number that was refused.</summary>
    public void CountRefusedCard(DateTime now)
    {
        if (RefusedCardsSince is not { } since || now >= since + RefusedCardsWindow)
        {
            (RefusedCardsSince, RefusedCards) = (now, 0);
        }

        RefusedCards++;
    }

    /// <summary>Whether so many card numbers were refused lately that somebody may be guessing (protocol §2, row 17).</summary>
    /// <param name="most">How many may be refused within 10 minutes; 0 for any number.</param>
    /// <param name="now">The instant, UTC.</param>
    public Decline? RefuseGuessing(int most, DateTime now) =>
        most > 0 && RefusedCards >= most && now < RefusedCardsSince + RefusedCardsWindow
            ? new Decline(ResponseCode.CountOverLimit, "This terminal sent too many card numbers that are refused; try again later.")
            : null;

    /// <summary>The same master key under another version of the host key.</summary>
    public void ReplaceWrapped(byte[] wrappedMasterKey) => WrappedMasterKey = wrappedMasterKey;

    /// <summary>Another master key: working keys that travelled under the old one end, and the terminal has to sign on again. Its batch stays open.</summary>
    public void LoadMasterKey(byte[] wrappedMasterKey)
    {
        WrappedMasterKey = wrappedMasterKey;
        EndSession();
    }

    /// <summary>A message carried a right MAC.</summary>
    public void MarkSigned() => HasSigned = true;

    /// <summary>What the back office says of it, from the next message on.</summary>
    public void Change(bool isEnabled, AnswerFormat answers) => (this.isEnabled, this.answers) = (isEnabled, answers);

    /// <summary>What its consumes may come to, from the next message on; null for what the programme says.</summary>
    /// <returns>Whether a limit of its own is higher than before, or taken away.</returns>
    public bool SetLimits(Money? mostPerConsume, Points? mostGiftsPerDay)
    {
        var isRaised = OwnLimits.IsRaised(MostPerConsume, mostPerConsume) || OwnLimits.IsRaised(MostGiftsPerDay, mostGiftsPerDay);
        (MostPerConsume, MostGiftsPerDay) = (mostPerConsume, mostGiftsPerDay);
        return isRaised;
    }

    /// <summary>Changes whether its messages have to be signed: at once if that gets stricter, else when a different person approves it. A request that waits gives way to a newer one.</summary>
    /// <param name="policy">The policy that is wanted.</param>
    /// <param name="untilFirstSigned">What is wanted of <see cref="UntilFirstSigned"/>.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="person">The person who wants it.</param>
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

    /// <summary>A different person has decided on the weaker policy that waits.</summary>
    public void DecideMacPolicy(bool isApproved)
    {
        var waiting = PendingMacPolicy ?? throw new InvalidOperationException($"Terminal {Number} has no policy that waits.");
        if (isApproved)
        {
            (macPolicy, untilFirstSigned) = (waiting.Policy, waiting.UntilFirstSigned);
        }

        PendingMacPolicy = null;
    }

    /// <summary>Row 17 of protocol §2: what a consume comes to. Of the limits of the programme, the card product and the terminal the lowest counts.</summary>
    public Decline? RefuseAmount(Money amount, Programme programme)
    {
        var most = MostPerConsume is { } own && own < programme.Rules.MostPerConsume ? own : programme.Rules.MostPerConsume;
        return amount > most ? new Decline(ResponseCode.AmountOverLimit, $"pointAmount and cashAmount come to more than the {most} that one consume at this terminal may.") : null;
    }

    /// <summary>Row 17 of protocol §2: what the terminal's consumes of a business day earn.</summary>
    public Decline? RefuseGift(Points gift, DateOnly businessDay, Programme programme)
    {
        var most = MostGiftsPerDay is { } own && own < programme.Rules.MostGiftsPerDay ? own : programme.Rules.MostGiftsPerDay;
        return !gift.IsZero && Batch!.GiftsWith(gift, businessDay) > most
            ? new Decline(ResponseCode.AmountOverLimit, $"The consumes of this terminal would earn more than the {most} points of one business day.")
            : null;
    }

    /// <summary>Its working keys end, and it has to sign on again. Its batch stays open.</summary>
    public void EndSession()
    {
        keys.Clear();
        SignedOnAt = null;
    }

    /// <summary>Row 6 of protocol §2 for a message that needs no batch.</summary>
    public Decline? RefuseSession() => SignedOnAt is null ? NotSignedOn : null;

    /// <summary>Row 6 of protocol §2 for a message that belongs to no key: the batch has to be the open one. A query opens none.</summary>
    public Decline? RefuseBatch(BatchNumber number)
    {
        if (SignedOnAt is null)
        {
            return NotSignedOn;
        }

        return Batch is { IsOpen: true } && Batch.Number == number
            ? null
            : new Decline(ResponseCode.NotSignedOn, "batchNo is not the terminal's open batch.");
    }

    /// <summary>
    /// Row 6 of protocol §2 for a message with a key: its batch is the open one, or the next one of a terminal that settled, which it opens (§5).
    /// </summary>
    /// <param name="number">The message's batch number; null for the open batch, where the protocol lets it be left out.</param>
    /// <param name="now">When a batch would be opened.</param>
    /// <param name="programme">Says how long its gifts may be pending.</param>
    /// <param name="numbers">Gives a new batch its number in the host.</param>
    /// <param name="decline">Why not.</param>
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
            decline = new Decline(ResponseCode.NotSignedOn, number is null ? "The terminal has no open batch." : "batchNo is not the terminal's open batch.");
        }

        return null;
    }

    /// <summary>
    /// Check-in: a new pair of working keys, and the open batch, or the next one if none is open. Only pairs that no message confirmed make room for it: a stranger's check-in, whose keys nobody can decrypt, must not push the terminal out (protocol §5, §9).
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
