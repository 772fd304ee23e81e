using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;

namespace Jpos.Domain.Terminals;

/// <summary>Whether messages of a terminal have to be signed (protocol §9).</summary>
public enum MacPolicy
{
    /// <summary>Every message has to carry a right MAC. What a terminal is made with unless told otherwise.</summary>
    Required = 0,

    /// <summary>A MAC is verified when one is sent.</summary>
    Optional = 1,

    /// <summary>MACs are ignored.</summary>
    Off = 2,
}

/// <summary>A point of sale: whether its messages may come in, and into which batch they go.</summary>
public sealed class Terminal
{
    /// <summary>How many key pairs that no message has confirmed a terminal keeps: enough for lost check-in answers (protocol §9).</summary>
    public const int MostUnconfirmedKeys = 3;

    private readonly List<WorkingKeys> keys = [];

    private Terminal()
    {
    }

    public Terminal(TerminalNumber number, StoreNumber store, KeyForm keyForm, byte[] wrappedMasterKey)
    {
        Number = number;
        StoreNumber = store;
        KeyForm = keyForm;
        WrappedMasterKey = wrappedMasterKey;
    }

    public TerminalNumber Number { get; private set; } = null!;

    public StoreNumber StoreNumber { get; private set; } = null!;

    public bool IsEnabled { get; init; } = true;

    public MacPolicy MacPolicy { get; init; } = MacPolicy.Required;

    /// <summary>The cipher of its keys: its profile.</summary>
    public KeyForm KeyForm { get; private set; }

    /// <summary>The terminal's master key (TMK) under the host key.</summary>
    public byte[] WrappedMasterKey { get; private set; } = [];

    /// <summary>When it last signed on; null before its first check-in.</summary>
    public DateTime? SignedOnAt { get; private set; }

    /// <summary>Its newest batch, open or closed; null before its first.</summary>
    public Batch? Batch { get; private set; }

    public IReadOnlyCollection<WorkingKeys> Keys => keys;

    /// <summary>Row 1 of protocol §2, as far as only the terminal's profile tells: a PIN block has the length of its cipher's blocks.</summary>
    public Decline? RefusePinBlock(PinBlock? block)
    {
        var length = KeyForm is KeyForm.Aes128 or KeyForm.Sm4 ? 16 : 8;
        return block is null || block.Bytes.Length == length
            ? null
            : new Decline(ResponseCode.Malformed, $"password has to be {length * 2} hexadecimal digits for this terminal.");
    }

    /// <summary>Rows 3 and 4 of protocol §2, but for the operator.</summary>
    public Decline? Refuse(Store store)
    {
        if (!IsEnabled)
        {
            return new Decline(ResponseCode.TerminalRefused, "The terminal is disabled.");
        }

        return StoreNumber == store.Number ? null : new Decline(ResponseCode.TerminalRefused, "terminalNo is a terminal of another store.");
    }

    /// <summary>
    /// Row 5 of protocol §2. MACs are not verified yet: a terminal that needs one is refused, and so is a MAC that would have to be believed.
    /// </summary>
    /// <param name="isSigned">The message carries a MAC.</param>
    public Decline? RefuseMac(bool isSigned) => MacPolicy switch
    {
        MacPolicy.Off => null,
        MacPolicy.Optional when !isSigned => null,
        _ when SignedOnAt is null => NotSignedOn,
        MacPolicy.Required when !isSigned => new Decline(ResponseCode.MacRefused, "X-Jpos-Mac is missing: this terminal has to sign its messages."),
        _ => new Decline(ResponseCode.MacRefused, "X-Jpos-Mac cannot be verified: this host does not verify MACs yet."),
    };

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
    public Batch? Enter(BatchNumber? number, DateTime now, Programme programme, ISerialNumbers numbers, out Decline? decline)
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
    public Batch SignOn(WorkingKeys pair, DateTime now, Programme programme, ISerialNumbers numbers)
    {
        foreach (var evicted in keys.Where(key => !key.IsConfirmed).OrderByDescending(key => key.MadeAt).ThenByDescending(key => key.Number).Skip(MostUnconfirmedKeys - 1).ToList())
        {
            keys.Remove(evicted);
        }

        keys.Add(pair);
        SignedOnAt = now;
        return Batch is { IsOpen: true } ? Batch : OpenNext(now, programme, numbers);
    }

    private static Decline NotSignedOn => new(ResponseCode.NotSignedOn, "The terminal has not signed on.");

    private Batch OpenNext(DateTime now, Programme programme, ISerialNumbers numbers) =>
        Batch = Batches.Batch.Open(StoreNumber, Number, Batch?.Number.Next ?? BatchNumber.First, now, programme, numbers);
}
