using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;
using Jpos.Domain.Cards;
using Jpos.Domain.Programmes;
using Jpos.Domain.Tickets;

namespace Jpos.Domain.Journal;

/// <summary>
/// The entry of one message with a key, or of one command of the back office. It holds the request, the decision, the movements and the answer, all written in one database transaction.
/// An undo never changes an entry's effect. A reversal or a cancel is an entry of its own with its own postings, and only marks the original (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>).
/// </summary>
public sealed class TransactionJournal : ILedgerEntry, ITicketEntry
{
    private readonly List<Posting> postings = [];
    private readonly List<TicketMovement> ticketMovements = [];

    private TransactionJournal()
    {
    }

    private TransactionJournal(SerialNumber serial, Operations operation, DateTime at, DateOnly businessDay, long accountId = 0)
    {
        AccountId = accountId;
        Serial = serial;
        Root = serial;
        Operation = operation;
        At = at;
        BusinessDay = businessDay;
    }

    /// <summary>The serial number, unique in the host; on the wire only for approved messages.</summary>
    public SerialNumber Serial { get; private set; } = null!;

    /// <summary>The operation; for a reversal, that of its original.</summary>
    public Operations Operation { get; private set; }

    /// <summary>The store; null without a terminal.</summary>
    public StoreNumber? Store { get; private set; }

    /// <summary>The terminal; null without one.</summary>
    public TerminalNumber? Terminal { get; private set; }

    /// <summary>The batch of an entry that was begun now. It is stored apart from its entries, so that of an older entry it is null.</summary>
    public Batch? Batch { get; private set; }

    /// <summary>The id of the batch of its key; null without a terminal.</summary>
    public long? BatchId { get; private set; }

    /// <summary>The number of that batch on the wire; null without a terminal.</summary>
    public BatchNumber? BatchNumber { get; private set; }

    /// <summary>The trace number of its key; null without a terminal.</summary>
    public TraceNumber? Trace { get; private set; }

    /// <summary>Whether it is the reversal of the message with the same batch and trace.</summary>
    public bool IsReversal { get; private set; }

    public Fingerprint Content { get; private set; } = Fingerprint.Of("");

    public DateTime At { get; private set; }

    /// <summary>The day in the store's time zone, decided once.</summary>
    public DateOnly BusinessDay { get; private set; }

    public ResponseCode Code { get; private set; } = ResponseCode.Approved;

    /// <summary>The account at that time; 0 if no card has the number of the message. A later merge does not change it.</summary>
    public long AccountId { get; private set; }

    /// <summary>The card; null if no card has the number of the message, and for an expiry.</summary>
    public long? CardId { get; private set; }

    /// <summary>The member of the card at that time; null for none.</summary>
    public long? MemberId { get; private set; }

    /// <summary>The card number of the message, first 6 and last 4 digits.</summary>
    public string MaskedCard { get; private set; } = "";

    public RegisterTrace? RegisterTrace { get; private set; }

    /// <summary>The amount to pay with points, in yuan; for an undo, that of its original.</summary>
    public Money PointAmount { get; private set; }

    /// <summary>The amount paid in cash, in yuan; for an undo, that of its original.</summary>
    public Money CashAmount { get; private set; }

    /// <summary>The face value of the tickets used, in yuan. Vouchers in a consume do not count.</summary>
    public Money TicketAmount { get; private set; }

    /// <summary>The face value of the vouchers that a consume used, in yuan; for an undo, that of its original.</summary>
    public Money VoucherAmount { get; private set; }

    /// <summary>The points spent; for an undo, those returned; for an adjustment or an expiry, those taken.</summary>
    public Points Used { get; private set; }

    /// <summary>The points earned; for an undo or a refused gift, those taken back; for an adjustment, those added.</summary>
    public Points Awarded { get; private set; }

    /// <summary>The member's grade that decided <see cref="AwardRate"/>; null if nothing was earned.</summary>
    public Grade? AwardGrade { get; private set; }

    /// <summary>The rate of <see cref="Awarded"/>, before the campaign.</summary>
    public decimal AwardRate { get; private set; }

    /// <summary>The campaign's multiplier; 1 for none.</summary>
    public decimal AwardMultiplier { get; private set; } = 1m;

    /// <summary>The campaign that multiplied <see cref="Awarded"/>; null for none.</summary>
    public long? AwardCampaign { get; private set; }

    /// <summary>The programme version by which points were earned; null for an entry that earns none.</summary>
    public int? AwardRules { get; private set; }

    public EntryStatus Status { get; private set; }

    /// <summary>The transaction that this one undoes.</summary>
    public SerialNumber? Original { get; private set; }

    /// <summary>The time of the original as the terminal sent it (<c>oriTransTime</c>), UTC. It is only for people: known gateways send a wrong one.</summary>
    public DateTime? OriginalTime { get; init; }

    /// <summary>The first entry of the transaction family; itself, if it undoes nothing.</summary>
    public SerialNumber Root { get; private set; } = null!;

    /// <summary>The JSON of the answer, which a copy gets byte for byte; empty without a terminal.</summary>
    public byte[] Answer { get; private set; } = [];

    public IReadOnlyCollection<Posting> Postings => postings;

    public IReadOnlyCollection<TicketMovement> TicketMovements => ticketMovements;

    StoreNumber ILedgerEntry.Store => Store ?? StoreNumber.None;

    /// <summary>Whether it is the back office's refusal of the held gift of <see cref="Original"/>.</summary>
    public bool IsRefusalOfGift => Operation is Operations.Adjustment && Original is not null;

    public bool IsApproved => Code == ResponseCode.Approved;

    /// <summary>Whether its stored code or status cannot be read, so nobody can tell whether it is effective.</summary>
    public bool IsUnreadable => Code == ResponseCode.Unreadable || !Enum.IsDefined(Status);

    /// <summary>Begins the entry of a message with a key.</summary>
    public static TransactionJournal Begin(
        SerialNumber serial,
        Operations operation,
        Batch batch,
        TraceNumber trace,
        bool isReversal,
        Fingerprint content,
        CardNumber card,
        RegisterTrace? registerTrace,
        DateTime? originalTime,
        DateTime at,
        DateOnly businessDay) => new(serial, operation, at, businessDay)
        {
            Batch = batch,
            Store = batch.StoreNumber,
            Terminal = batch.TerminalNumber,
            BatchId = batch.Id,
            BatchNumber = batch.Number,
            Trace = trace,
            IsReversal = isReversal,
            Content = content,
            MaskedCard = card.Masked,
            RegisterTrace = registerTrace,
            OriginalTime = originalTime,
        };

    /// <summary>Begins an entry without a terminal, for an import or a correction.</summary>
    public static TransactionJournal BeginAdjustment(SerialNumber serial, Card card, DateTime at, DateOnly businessDay) =>
        new(serial, Operations.Adjustment, at, businessDay, card.AccountId) { CardId = card.Id, MemberId = card.Member?.Id, MaskedCard = card.Number.Masked };

    /// <summary>Begins the entry of a refused gift. It joins the family of its consume, so an undo of the consume takes back only the effective part.</summary>
    public static TransactionJournal BeginRefusalOfGift(SerialNumber serial, TransactionJournal consume, Card card, Moment now) => new(serial, Operations.Adjustment, now.Utc, now.Today, card.AccountId)
    {
        CardId = card.Id,
        MemberId = card.Member?.Id,
        MaskedCard = card.Number.Masked,
        Original = consume.Serial,
        Root = consume.Root,
    };

    /// <summary>Begins the entry for the points that an expiry run takes from an account.</summary>
    public static TransactionJournal BeginExpiry(SerialNumber serial, PointAccount account, Moment now) =>
        new(serial, Operations.Expire, now.Utc, now.Today, account.Id);

    /// <summary>Begins the entry of an account in a merge: of the one that gives up everything, or of the one that takes it over.</summary>
    public static TransactionJournal BeginMerge(SerialNumber serial, PointAccount account, Moment now) =>
        new(serial, Operations.Merge, now.Utc, now.Today, account.Id);

    /// <summary>Records the card of the message.</summary>
    /// <returns>The same card.</returns>
    public Card? AttachCard(Card? card)
    {
        (AccountId, CardId, MemberId) = (card?.AccountId ?? 0, card?.Id, card?.Member?.Id);
        return card;
    }

    /// <summary>Excludes the part of a gift that the back office refused earlier from the points that this undo takes back.</summary>
    public void DeductRefusedGift(Points refused) => Awarded -= refused;

    /// <summary>Approves a consume, with the amounts paid and the award.</summary>
    public void ApproveConsume(Money pointAmount, Money cashAmount, Money voucherAmount, Points used, Award award)
    {
        PointAmount = pointAmount;
        CashAmount = cashAmount;
        VoucherAmount = voucherAmount;
        Used = used;
        Awarded = award.Points;
        AwardGrade = award.Grade;
        AwardRate = award.Rate;
        AwardMultiplier = award.Multiplier;
        AwardCampaign = award.Campaign;
        AwardRules = award.Rules;
        Batch!.Add(Line);
    }

    /// <summary>Approves a cancel and marks its consume.</summary>
    public void ApproveCancel(TransactionJournal consume)
    {
        CopyFromOriginal(consume);
        consume.Status = EntryStatus.Cancelled;
        Batch!.Add(Line);
    }

    /// <summary>Approves a refund and marks its consume.</summary>
    /// <param name="consume">The consume, of any batch.</param>
    /// <param name="returned">The part of its gift that was taken back.</param>
    public void ApproveRefund(TransactionJournal consume, Points returned)
    {
        CopyFromOriginal(consume);
        Awarded = returned;
        consume.Status = EntryStatus.Refunded;
        Batch!.Add(Line);
    }

    /// <summary>Approves a refund cancel and marks the refund. Its consume is effective again.</summary>
    public void ApproveRefundCancel(TransactionJournal refund, TransactionJournal consume)
    {
        CopyFromOriginal(refund);
        refund.Status = EntryStatus.Cancelled;
        consume.Status = EntryStatus.Posted;
        Batch!.Add(Line);
    }

    /// <summary>Approves a consumption of tickets.</summary>
    /// <param name="worth">The face value of all pieces.</param>
    public void ApproveTickets(Money worth)
    {
        TicketAmount = worth;
        Batch!.Add(Line);
    }

    /// <summary>Approves the activation of a card, which now has a member.</summary>
    public void ApproveActivation(Card card)
    {
        MemberId = card.Member!.Id;
        Batch!.Add(Line);
    }

    /// <summary>
    /// Approves a reversal. Its original is marked and leaves the totals of its batch. A transaction that the original had undone is effective again (<see href="docs/protocol.md#6-reversals">protocol §6</see>).
    /// </summary>
    /// <param name="original">The transaction with the same key.</param>
    /// <param name="itsBatch">The batch of the original.</param>
    /// <param name="undoneByIt">The transaction that the original had undone, such as the consume of a cancel; null if it had undone none.</param>
    public void ApproveReversal(TransactionJournal original, Batch itsBatch, TransactionJournal? undoneByIt)
    {
        CopyFromOriginal(original);
        original.Status = EntryStatus.Reversed;
        itsBatch.Remove(original.Line);
        if (undoneByIt is not null)
        {
            undoneByIt.Status = EntryStatus.Posted;
        }
    }

    /// <summary>Declines the message, which must not have moved anything.</summary>
    /// <exception cref="InvalidOperationException">It has moved points or pieces.</exception>
    public void DeclineWith(ResponseCode code)
    {
        if (postings.Count > 0 || ticketMovements.Count > 0)
        {
            throw new InvalidOperationException("A declined message has moved something.");
        }

        Code = code;
    }

    /// <summary>Records the account of an undo, which may be the successor of its original's.</summary>
    public void AttachAccount(PointAccount account) => AccountId = account.Id;

    /// <summary>Stores the answer.</summary>
    public void RecordAnswer(byte[] answer) => Answer = answer;

    void ILedgerEntry.Post(Lot lot, ProgrammeAccount programme, Points amount)
    {
        postings.Add(new Posting(Serial, postings.Count + 1, lot, Store ?? StoreNumber.None, programme, amount));
        if (BatchId is null)
        {
            Count(amount);
        }
    }

    void ITicketEntry.Move(Ticket ticket, int pieces) => ticketMovements.Add(new TicketMovement(Serial, ticket, pieces));

    private BatchLine Line => new(Operation, PointAmount, CashAmount, VoucherAmount, TicketAmount, Awarded, BusinessDay);

    /// <summary>Computes the figures of an entry without a terminal from its postings, because it has no amounts of its own.</summary>
    private void Count(Points amount)
    {
        if (IsRefusalOfGift)
        {
            Awarded -= amount;
            return;
        }

        var balance = Awarded - Used + amount;
        (Used, Awarded) = (Points.Max(-balance, Points.Zero), Points.Max(balance, Points.Zero));
    }

    private void CopyFromOriginal(TransactionJournal original)
    {
        CardId ??= original.CardId;
        MemberId ??= original.MemberId;
        PointAmount = original.PointAmount;
        CashAmount = original.CashAmount;
        VoucherAmount = original.VoucherAmount;
        TicketAmount = original.TicketAmount;
        Used = original.Used;
        Awarded = original.Awarded;
        Original = original.Serial;
        Root = original.Root;
    }
}
