using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;
using Jpos.Domain.Cards;
using Jpos.Domain.Programmes;
using Jpos.Domain.Tickets;

namespace Jpos.Domain.Journal;

/// <summary>
/// The journal's record of one message with a key, or of one act of the back office: what it asked, what was decided, what it moved, and the answer it got, all written in one database transaction.
/// Nothing is taken back by changing it: a reversal or a cancel is a transaction of its own, with postings of its own, and the original is only marked (protocol §3).
/// </summary>
public sealed class TransactionJournal : ILedgerEntry, ITicketEntry
{
    private readonly List<Posting> postings = [];
    private readonly List<TicketMovement> ticketMovements = [];

    private TransactionJournal()
    {
    }

    private TransactionJournal(SerialNumber serial, Operations operation, DateTime at, DateOnly businessDay)
    {
        Serial = serial;
        Root = serial;
        Operation = operation;
        At = at;
        BusinessDay = businessDay;
    }

    /// <summary>Unique in the host; on the wire for what is approved.</summary>
    public SerialNumber Serial { get; private set; } = null!;

    /// <summary>What it does; for a reversal, what its original does.</summary>
    public Operations Operation { get; private set; }

    /// <summary>The batch of its key; null for an act of the back office.</summary>
    public Batch? Batch { get; private set; }

    public long? BatchId { get; private set; }

    /// <summary>The trace number of its key; null for an act of the back office.</summary>
    public TraceNumber? Trace { get; private set; }

    /// <summary>It is the reversal of the message with the same batch and trace.</summary>
    public bool IsReversal { get; private set; }

    public Fingerprint Content { get; private set; } = Fingerprint.Of("");

    public DateTime At { get; private set; }

    /// <summary>The day in the store's time zone, decided once.</summary>
    public DateOnly BusinessDay { get; private set; }

    public ResponseCode Code { get; private set; } = ResponseCode.Approved;

    /// <summary>The card it is about; null if the number that was sent is no card's.</summary>
    public long? CardId { get; private set; }

    /// <summary>The card number that was sent, first 6 and last 4 digits.</summary>
    public string MaskedCard { get; private set; } = "";

    public RegisterTrace? RegisterTrace { get; private set; }

    /// <summary>The part that points were to pay, in yuan; of an undoing, its original's.</summary>
    public Money PointAmount { get; private set; }

    /// <summary>The part that cash paid; of an undoing, its original's.</summary>
    public Money CashAmount { get; private set; }

    /// <summary>What the tickets used up were worth by themselves, in yuan; vouchers inside a consume do not count.</summary>
    public Money TicketAmount { get; private set; }

    /// <summary>The face of the vouchers that a consume used, in yuan; of an undoing, its original's.</summary>
    public Money VoucherAmount { get; private set; }

    /// <summary>Points spent; of an undoing, those given back; of an adjustment or an expiry, those taken.</summary>
    public Points Used { get; private set; }

    /// <summary>Points earned; of an undoing or a refused gift, those taken back; of an adjustment, those given.</summary>
    public Points Awarded { get; private set; }

    /// <summary>The member's grade, by which <see cref="AwardRate"/> was chosen; null for what earns nothing.</summary>
    public Grade? AwardGrade { get; private set; }

    /// <summary>The rate by which <see cref="Awarded"/> was worked out, before the campaign.</summary>
    public decimal AwardRate { get; private set; }

    /// <summary>The campaign's multiplier; 1 for none.</summary>
    public decimal AwardMultiplier { get; private set; } = 1m;

    /// <summary>The campaign by which <see cref="Awarded"/> was multiplied; null for none.</summary>
    public long? AwardCampaign { get; private set; }

    /// <summary>The version of the programme's rules by which points were earned; null for what earns none.</summary>
    public int? AwardRules { get; private set; }

    public EntryStatus Status { get; private set; }

    /// <summary>The transaction that this one undoes.</summary>
    public SerialNumber? Original { get; private set; }

    /// <summary>When the terminal said that the original was made, UTC: <c>oriTransTime</c>, for people to look at; known gateways send a wrong one.</summary>
    public DateTime? OriginalTime { get; init; }

    /// <summary>The first of the line: what this one undoes, or undoes the undoing of; itself, if it undoes nothing.</summary>
    public SerialNumber Root { get; private set; } = null!;

    /// <summary>The JSON that was answered, to be repeated byte for byte; empty for an act of the back office.</summary>
    public byte[] Answer { get; private set; } = [];

    public IReadOnlyCollection<Posting> Postings => postings;

    public IReadOnlyCollection<TicketMovement> TicketMovements => ticketMovements;

    /// <summary>The back office refused the large gift of <see cref="Original"/>.</summary>
    public bool IsRefusalOfGift => Operation is Operations.Adjustment && Original is not null;

    public bool IsApproved => Code == ResponseCode.Approved;

    /// <summary>What is stored of its outcome is none of the values that there are: nobody can tell whether it stands.</summary>
    public bool IsUnreadable => Code == ResponseCode.Unreadable || !Enum.IsDefined(Status);

    /// <summary>Begins the record of a message with a key.</summary>
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
            BatchId = batch.Id,
            Trace = trace,
            IsReversal = isReversal,
            Content = content,
            MaskedCard = card.Masked,
            RegisterTrace = registerTrace,
            OriginalTime = originalTime,
        };

    /// <summary>Begins the record of an act without a terminal: an import or a correction.</summary>
    public static TransactionJournal BeginAdjustment(SerialNumber serial, Card card, DateTime at, DateOnly businessDay) =>
        new(serial, Operations.Adjustment, at, businessDay) { CardId = card.Id, MaskedCard = card.Number.Masked };

    /// <summary>Begins the record of a refused gift. It belongs to its consume, so that undoing that takes back only what still stands.</summary>
    public static TransactionJournal BeginRefusalOfGift(SerialNumber serial, TransactionJournal consume, Card card, Moment now) => new(serial, Operations.Adjustment, now.Utc, now.Today)
    {
        CardId = card.Id,
        MaskedCard = card.Number.Masked,
        Original = consume.Serial,
        Root = consume.Root,
    };

    /// <summary>Begins the record of what an expiry run takes from an account.</summary>
    public static TransactionJournal BeginExpiry(SerialNumber serial, PointAccount account, Moment now) =>
        new(serial, Operations.Expire, now.Utc, now.Today) { CardId = account.CardId };

    /// <summary>Notes the card that the message is about.</summary>
    /// <returns>The card, as it was given.</returns>
    public Card? AttachCard(Card? card)
    {
        CardId = card?.Id;
        return card;
    }

    /// <summary>What the back office took back of a gift before does not count as taken back by this undoing.</summary>
    public void DeductRefusedGift(Points refused) => Awarded -= refused;

    /// <summary>A consume is approved: what was paid, and what it earned by which rule.</summary>
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

    /// <summary>A cancel is approved: its consume is marked.</summary>
    public void ApproveCancel(TransactionJournal consume)
    {
        CopyFromOriginal(consume);
        consume.Status = EntryStatus.Cancelled;
        Batch!.Add(Line);
    }

    /// <summary>A refund is approved: its consume is marked.</summary>
    /// <param name="consume">The consume, whatever its batch.</param>
    /// <param name="returned">What was taken back of its gift.</param>
    public void ApproveRefund(TransactionJournal consume, Points returned)
    {
        CopyFromOriginal(consume);
        Awarded = returned;
        consume.Status = EntryStatus.Refunded;
        Batch!.Add(Line);
    }

    /// <summary>A refund's cancel is approved: the refund is marked, and its consume stands again.</summary>
    public void ApproveRefundCancel(TransactionJournal refund, TransactionJournal consume)
    {
        CopyFromOriginal(refund);
        refund.Status = EntryStatus.Cancelled;
        consume.Status = EntryStatus.Posted;
        Batch!.Add(Line);
    }

    /// <summary>A consumption of tickets is approved.</summary>
    /// <param name="worth">The face of all pieces.</param>
    public void ApproveTickets(Money worth)
    {
        TicketAmount = worth;
        Batch!.Add(Line);
    }

    /// <summary>A card's activation is approved.</summary>
    public void ApproveActivation() => Batch!.Add(Line);

    /// <summary>
    /// A reversal is approved: its original is marked and leaves the totals of its batch, and what the original had undone stands again (protocol §6).
    /// </summary>
    /// <param name="original">The transaction with the same key.</param>
    /// <param name="undoneByIt">What the original had undone: the consume of a cancel; null for an original that undid nothing.</param>
    public void ApproveReversal(TransactionJournal original, TransactionJournal? undoneByIt)
    {
        CopyFromOriginal(original);
        original.Status = EntryStatus.Reversed;
        original.Batch!.Remove(original.Line);
        if (undoneByIt is not null)
        {
            undoneByIt.Status = EntryStatus.Posted;
        }
    }

    /// <summary>The message is declined: it must have moved nothing.</summary>
    /// <exception cref="InvalidOperationException">It has moved points or pieces.</exception>
    public void DeclineWith(ResponseCode code)
    {
        if (postings.Count > 0 || ticketMovements.Count > 0)
        {
            throw new InvalidOperationException("A declined message has moved something.");
        }

        Code = code;
    }

    /// <summary>Returns whether the transaction is of a card.</summary>
    public bool IsOf(Card? card) => card is not null && CardId == card.Id;

    /// <summary>Keeps the answer that goes out.</summary>
    public void RecordAnswer(byte[] answer) => Answer = answer;

    void ILedgerEntry.Post(Lot lot, ProgrammeAccount programme, Points amount)
    {
        postings.Add(new Posting(Serial, postings.Count + 1, lot.Id, programme, amount));
        if (Batch is null)
        {
            Count(amount);
        }
    }

    void ITicketEntry.Move(Ticket ticket, int pieces) => ticketMovements.Add(new TicketMovement(Serial, ticket, pieces));

    private BatchLine Line => new(Operation, PointAmount, CashAmount, VoucherAmount, TicketAmount, Awarded, BusinessDay);

    /// <summary>What no terminal asked for has no amounts of its own: its figures are what it moved, on balance.</summary>
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
        CardId = original.CardId;
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
