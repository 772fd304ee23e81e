using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Batches;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Keys;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;

namespace Jpos.Tests.Unit;

/// <summary>What unit tests begin with.</summary>
internal static class Given
{
    public const string GoodCard = "9900000000000010";
    public const string OtherCard = "9900000000000028";

    public static readonly DateTime Utc = new(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc);

    public static readonly DateOnly Today = new(2026, 3, 2);

    public static readonly Moment Now = new(Utc, Today);

    public static readonly DateOnly NextYear = Today.AddYears(1);

    public static readonly StoreNumber StoreNumber = StoreNumber.Of("100000000000001");

    public static readonly TerminalNumber TerminalNumber = TerminalNumber.Of("10000001");

    public static Moment Later(int days) => new(Utc.AddDays(days), Today.AddDays(days));

    public static Batch Batch(INumberSequence numbers, int number = 1, Programme? programme = null) =>
        Domain.Batches.Batch.Open(StoreNumber, TerminalNumber, BatchNumber.Of(number), Utc, programme ?? new Programme(), numbers);

    public static TransactionJournal Entry(INumberSequence numbers, Operations operation = Operations.Consume, Batch? batch = null, int trace = 1, bool isReversal = false) =>
        TransactionJournal.Begin(
            SerialNumber.Of(numbers.Next()), operation, batch ?? Batch(numbers), TraceNumber.Of(trace), isReversal, Fingerprint.Of(""), CardNumber.Of(GoodCard), RegisterTrace.Of("till 1"), null, Utc, Today);

    /// <summary>What a terminal that has done nothing would claim.</summary>
    public static ClaimedTotals NoTotals { get; } = new()
    {
        PointDebitCount = 0,
        PointDebitAmount = Money.Zero,
        PointCreditCount = 0,
        PointCreditAmount = Money.Zero,
        TicketDebitCount = 0,
        TicketDebitAmount = Money.Zero,
        TicketCreditCount = 0,
        TicketCreditAmount = Money.Zero,
        TotalTransCount = 0,
        CancelCount = 0,
        RefundCount = 0,
        CardActiveCount = 0,
    };

    /// <summary>Settles a batch whatever it came to.</summary>
    public static void Close(this Batch batch, DateTime now) => batch.Settle(NoTotals, now);

    /// <summary>Undoes as a reversal does, which may owe, or as a cancel.</summary>
    public static Decline? Undo(this PointAccount account, PointEffect effect, bool mayOwe, Moment now, TransactionJournal entry, INumberSequence numbers) =>
        account.Undo(effect, mayOwe ? ShortfallPolicy.RecordDebt : ShortfallPolicy.Decline, now, entry, numbers, out _);

    /// <summary>It is the reversal of a message that was never seen.</summary>
    public static bool IsTombstone(this TransactionJournal entry) => entry is { IsReversal: true, Original: null };

    public static Store Store(bool isOpen = true, Operations denied = Operations.None)
    {
        var store = new Store(StoreNumber, new("示范门店") { IsOpen = isOpen, DeniedOperations = denied, Advertisement = "欢迎参加会员日活动" });
        store.AddOperator(OperatorNumber.Of("01"));
        return store;
    }

    public static Terminal Terminal(MacPolicy policy = MacPolicy.Optional, KeyAlgorithm form = KeyAlgorithm.TripleDes, bool isEnabled = true, string store = "100000000000001") =>
        new(TerminalNumber, StoreNumber.Of(store), form, [1]) { MacPolicy = policy, IsEnabled = isEnabled };

    public static Terminal SignedOn(INumberSequence numbers, MacPolicy policy = MacPolicy.Optional)
    {
        var terminal = Terminal(policy);
        terminal.SignOn(Keys(numbers.Next()), Utc, new Programme(), numbers);
        return terminal;
    }

    public static WorkingKeys Keys(long number, DateTime? madeAt = null) => new(number, [1], [2], madeAt ?? Utc);

    public static Card Card(
        CardState state = CardState.Active, string number = GoodCard, CardProduct? product = null, DateOnly? expiresOn = null, byte[]? pin = null, long id = 1)
    {
        var card = new Card(id, AccountOf(id), CardNumber.Of(number), product ?? new CardProduct(new("会员卡")), state, new Member(1, new("张三", Grade.Gold)), expiresOn);
        if (pin is not null)
        {
            card.SetPin(pin);
        }

        return card;
    }

    /// <summary>The account of a card that was made here. No id of a card is one of an account.</summary>
    public static long AccountOf(long card) => card + 1000;

    public static PinBlock Pin(string text) => PinBlock.TryParse(text, out var block) ? block : throw new FormatException("Not a PIN block.");

    public static Track2 Track(string text) => Track2.TryParse(text, out var track) ? track : throw new FormatException("Not a track.");

    public static EntryMode Mode(string text) => EntryMode.TryParse(text, out var mode) ? mode : throw new FormatException("Not an entry mode.");

    /// <summary>An account with lots that were imported.</summary>
    public static PointAccount Account(INumberSequence numbers, params (decimal Points, DateOnly ExpiresOn)[] lots)
    {
        var account = new PointAccount(AccountOf(1));
        var opening = TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), Card(), Utc, Today);
        foreach (var (points, expiresOn) in lots)
        {
            account.Add(Points.Of(points), expiresOn, ProgrammeAccount.Adjustment, opening, numbers, Today);
        }

        return account;
    }

    /// <summary>A gift that waits for its batch, if it has one. It is not held.</summary>
    public static void Gift(this PointAccount account, Points points, DateOnly expiresOn, TransactionJournal entry, INumberSequence numbers, Batch? earnedIn) =>
        account.AddGift(points, expiresOn, Points.Of(1_000_000m), entry, numbers, earnedIn, Today);

    /// <summary>What each lot has, in the order in which they were made.</summary>
    public static string Remaining(this PointAccount account) => string.Join(' ', account.Lots.OrderBy(lot => lot.Id).Select(lot => lot.Remaining));

    public static PointEffect Effect(this TransactionJournal entry) => PointEffect.Of(entry.Postings);
}
