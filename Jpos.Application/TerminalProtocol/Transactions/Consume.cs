using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Journal;
using Jpos.Domain.Terminals;
using Jpos.Domain.Text;
using Jpos.Domain.Tickets;

namespace Jpos.Application.TerminalProtocol.Transactions;

/// <summary>Pays with points, cash and vouchers in one transaction (<see href="docs/protocol.md#5-endpoints">protocol §5</see>).</summary>
public sealed record Consume : TransactionMessage<ConsumeOutcome>
{
    public required EntryMode EntryMode { get; init; }

    /// <summary>The amount to pay with points, in yuan.</summary>
    public required Amount PointAmount { get; init; }

    /// <summary>The amount paid in cash, in yuan.</summary>
    public required Amount CashAmount { get; init; }

    public TicketLines? Vouchers { get; init; }

    public PinBlock? Password { get; init; }

    /// <summary>Returns whether the message spends points or vouchers.</summary>
    public bool Spends => PointAmount.Value > Money.Zero || Vouchers is not null;

    public override PinBlock? Pin => Password;

    public override bool NeedsKeys => Password is not null || base.NeedsKeys;

    public override Operations Operation => Operations.Consume;

    public override MessageContent Content => new MessageContent()
        .With(ContentField.Card, Card.Value)
        .With(ContentField.EntryMode, EntryMode)
        .With(ContentField.PointAmount, PointAmount)
        .With(ContentField.CashAmount, CashAmount)
        .With(ContentField.Lines, Vouchers)
        .With(ContentField.RegisterTrace, RegisterTrace);
}

public sealed record ConsumeOutcome : PointsOutcome
{
    /// <summary>The store's text for members.</summary>
    public string Advertisement { get; init; } = "";
}

public sealed class ConsumeHandler(
    TransactionDependencies steps, ICards cards, IPointAccounts accounts, ITickets tickets, PinVerification pins, IAlerts alerts)
    : TransactionHandler<Consume, ConsumeOutcome>(steps)
{
    private readonly TransactionDependencies steps = steps;

    protected override async Task<ConsumeOutcome> Decide(Consume message, TransactionContext context, CancellationToken cancellation)
    {
        var (store, terminal, _, batch, entry, now) = context;
        var found = entry.AttachCard(await cards.Find(message.Card, cancellation));
        if (Card.Refuse(found, store, Operations.Consume, message.Track2, now.Today) is { } refused)
        {
            return message.Declined(refused);
        }

        var card = found!;
        var used = message.PointAmount.Value is { } toPay ? steps.Programme.PointsFor(toPay) : Points.Zero;
        var account = await accounts.Find(card.AccountId, cancellation);
        var purse = new CardsOfAccount(card, account.IsShared ? await cards.OfAccount(account.Id, cancellation) : []);
        if (await pins.Refuse(message, purse, context, cancellation) is { } pinRefused)
        {
            return message.Declined(pinRefused);
        }

        if (message.PointAmount.Value is not { } pointAmount || message.CashAmount.Value is not { } cashAmount)
        {
            return message.Declined(new Decline(
                ResponseCode.AmountInvalid, FieldErrorText.MustBe(message.PointAmount.Value is null ? "pointAmount" : "cashAmount", typeof(Amount))));
        }

        if (pointAmount.IsZero && cashAmount.IsZero && message.Vouchers is null)
        {
            return message.Declined(new Decline(ResponseCode.AmountInvalid, "The message pays nothing. Send points, cash or a voucher."));
        }

        var campaign = steps.Programme.CampaignFor(store.Number, card.Grade, entry.BusinessDay);
        var award = steps.Programme.AwardFor(cashAmount, card.Grade, campaign);
        if (await RefuseOverLimit(terminal, purse, pointAmount + cashAmount, award.Points, entry, cancellation) is { } overLimit)
        {
            return message.Declined(overLimit);
        }

        var vouchers = message.Vouchers is null ? [] : await tickets.OfAccount(card.AccountId, message.Vouchers.Lines.Select(line => line.TicketId), cancellation);
        if (message.Vouchers?.RefuseUse(vouchers, TicketType.Voucher, now.Today) is { } noVoucher)
        {
            return message.Declined(noVoucher);
        }

        if (account.IsPartlyRead && used <= account.Available(now))
        {
            account = await accounts.Find(card.AccountId, used, cancellation);
        }

        if (account.Redeem(used, now, entry) is { } noPoints)
        {
            return message.Declined(noPoints);
        }

        message.Vouchers?.Use(vouchers, entry);
        var earnedIn = steps.Programme.Rules.GiftsAvailableAtOnce ? null : batch;
        if (account.AddGift(award.Points, steps.Programme.GiftExpiry(now.Today), steps.Programme.Rules.LargeGift, entry, steps.Numbers, earnedIn, now.Today))
        {
            await alerts.Raise(AlertKind.LargeGift, entry, now.Utc, cancellation);
        }

        entry.ApproveConsume(pointAmount, cashAmount, message.Vouchers?.Worth(vouchers) ?? Money.Zero, used, award);
        return new ConsumeOutcome
        {
            Serial = entry.Serial,
            Balance = account.Balance,
            Available = account.Available(now),
            Used = used,
            Awarded = award.Points,
            Advertisement = campaign is { Advertisement.Length: > 0 } ? campaign.Advertisement : store.Advertisement,
        };
    }

    private async Task<Decline?> RefuseOverLimit(Terminal terminal, CardsOfAccount purse, Money amount, Points gift, TransactionJournal entry, CancellationToken cancellation)
    {
        if (terminal.RefuseAmount(amount, steps.Programme) is { } tooMuch)
        {
            return tooMuch;
        }

        if (terminal.RefuseGift(gift, entry.BusinessDay, steps.Programme) is { } tooManyPoints)
        {
            await alerts.Raise(AlertKind.GiftLimit, terminal, entry.At, cancellation);
            return tooManyPoints;
        }

        var today = purse.LimitConsumes ? await steps.Journal.CountConsumes(purse.Used.AccountId, entry.BusinessDay, cancellation) : 0;
        return purse.RefuseOverLimit(amount, today);
    }
}
