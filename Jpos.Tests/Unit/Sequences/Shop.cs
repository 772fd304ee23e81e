using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using Jpos.Domain.Tickets;

namespace Jpos.Tests.Unit.Sequences;

/// <summary>
/// A shop in memory: two cards, one terminal, and the steps that the handlers take, in the handlers' order, on the real domain. What a message asks may be declined, as in life.
/// </summary>
internal sealed class Shop
{
    private readonly Counter numbers = new();
    private readonly List<Card> cards = [];
    private readonly List<PointAccount> accounts = [];
    private readonly List<Ticket> tickets = [];
    private readonly List<TransactionJournal> journal = [];
    private readonly List<Batch> batches = [];
    private int trace;

    /// <param name="programme">The rules.</param>
    /// <param name="lots">Each card's lots: points, and the days for which they are still good.</param>
    /// <param name="pieces">How many vouchers each card has, of two kinds.</param>
    public Shop(Programme programme, IReadOnlyList<(int Hundredths, int Days)[]> lots, int pieces = 3)
    {
        Programme = programme;
        Now = Given.Now;
        OpenBatch();
        foreach (var ofCard in lots)
        {
            Issue(ofCard, pieces);
        }
    }

    public Programme Programme { get; }

    public Moment Now { get; private set; }

    public Batch Batch => batches[^1];

    public IReadOnlyList<PointAccount> Accounts => accounts;

    public IReadOnlyList<Ticket> Tickets => tickets;

    public IReadOnlyList<TransactionJournal> Journal => journal;

    public IReadOnlyList<Batch> Batches => batches;

    /// <summary>The consumes and cancels that were approved, whatever came of them.</summary>
    public IReadOnlyList<TransactionJournal> Approved(Operations operation) =>
        [.. journal.Where(entry => entry.Operation == operation && entry is { IsReversal: false, IsApproved: true })];

    public TransactionFamily FamilyOf(TransactionJournal entry) => new([.. journal.Where(member => member.Root == entry.Root)]);

    public void Pass(int days) => Now = new Moment(Now.Utc.AddDays(days), Now.Today.AddDays(days));

    public void Settle()
    {
        Batch.Close(Now.Utc);
        OpenBatch();
    }

    public TransactionJournal Consume(int card, decimal points = 0m, decimal cash = 0m, params TicketLine[] vouchers)
    {
        var entry = Begin(Operations.Consume, ++trace, false, card);
        return Record(entry, Pay(entry, card, Money.Of(points), Money.Of(cash), TicketLines.Of(vouchers)!));
    }

    public TransactionJournal Cancel(TransactionJournal consume)
    {
        var entry = Begin(Operations.Cancel, ++trace, false, CardOf(consume));
        var decline = OriginalRules.RefuseCancel(consume, Batch) ?? Undo(consume, false, entry).Decline;
        if (decline is null)
        {
            entry.ApproveCancel(consume);
        }

        return Record(entry, decline);
    }

    /// <returns>Null if there was nothing to do, which leaves no entry; and how many pieces were used elsewhere.</returns>
    public (TransactionJournal? Entry, int Missing) Reverse(TransactionJournal original)
    {
        if (!original.IsApproved || original.Status is not EntryStatus.Posted)
        {
            return (null, 0);
        }

        var entry = Begin(original.Operation, original.Trace!.Value, true, CardOf(original), original.Batch);
        var (decline, missing) = Undo(original, true, entry);
        entry.ApproveReversal(original, original.Batch!, original.Original is { } undoneByIt ? FamilyOf(original)[undoneByIt] : null);
        return (Record(entry, decline), missing);
    }

    private Decline? Pay(TransactionJournal entry, int card, Money pointAmount, Money cash, TicketLines vouchers)
    {
        var held = tickets.Where(ticket => ticket.AccountId == cards[card].AccountId).ToList();
        var account = accounts[card];
        var used = Programme.PointsFor(pointAmount);
        if ((vouchers.RefuseUse(held, TicketType.Voucher, Now.Today) ?? account.Redeem(used, Now, entry)) is { } decline)
        {
            return decline;
        }

        vouchers.Use(held, entry);
        var award = Programme.AwardFor(cash, cards[card].Grade);
        account.AddGift(award.Points, Programme.GiftExpiry(Now.Today), Points.Of(1_000_000m), entry, numbers, Programme.Rules.GiftsAvailableAtOnce ? null : Batch, Now.Today);
        entry.ApproveConsume(pointAmount, cash, Money.Zero, used, award);
        return null;
    }

    private (Decline? Decline, int Missing) Undo(TransactionJournal transaction, bool mayOwe, TransactionJournal entry)
    {
        var family = FamilyOf(transaction);
        if (accounts[CardOf(transaction)].Undo(family.EffectivePoints(transaction), mayOwe, Now, entry, numbers) is { } decline)
        {
            return (decline, 0);
        }

        var pieces = family.EffectiveTickets(transaction);
        return (null, tickets.Where(ticket => pieces.ContainsKey(ticket.Id)).Sum(ticket => ticket.Undo(pieces[ticket.Id], entry)));
    }

    private TransactionJournal Begin(Operations operation, int number, bool isReversal, int card, Batch? batch = null)
    {
        var entry = Given.Entry(numbers, operation, batch ?? Batch, number, isReversal);
        entry.AttachCard(cards[card]);
        return entry;
    }

    private TransactionJournal Record(TransactionJournal entry, Decline? decline)
    {
        if (decline is not null)
        {
            entry.DeclineWith(decline.Code);
        }

        journal.Add(entry);
        return entry;
    }

    private static int CardOf(TransactionJournal entry) => (int)entry.CardId!.Value - 1;

    private void OpenBatch() => batches.Add(
        Batch.Open(Given.StoreNumber, Given.TerminalNumber, batches.Count == 0 ? BatchNumber.First : Batch.Number.Next, Now.Utc, Programme, numbers));

    private void Issue((int Hundredths, int Days)[] lots, int pieces)
    {
        var card = Given.Card(id: cards.Count + 1);
        var opening = TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), card, Now.Utc, Now.Today);
        var account = new PointAccount(card.AccountId);
        foreach (var (hundredths, days) in lots)
        {
            account.Add(Points.FromHundredths(hundredths), Now.Today.AddDays(days), ProgrammeAccount.Adjustment, opening, numbers, Now.Today);
        }

        foreach (var days in new[] { 20, 400 })
        {
            tickets.Add(new Ticket(tickets.Count + 1, card.AccountId, TicketType.Voucher, "代金券", Money.Of(50m), pieces, Now.Today.AddDays(days), opening));
        }

        cards.Add(card);
        accounts.Add(account);
        journal.Add(opening);
    }
}
