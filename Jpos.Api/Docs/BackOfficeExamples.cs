using Jpos.Api.BackOffice.Access;
using Jpos.Api.BackOffice.Adjustments;
using Jpos.Api.BackOffice.Alerts;
using Jpos.Api.BackOffice.Cards;
using Jpos.Api.BackOffice.HeldGifts;
using Jpos.Api.BackOffice.Pins;
using Jpos.Api.BackOffice.Programmes;
using Jpos.Api.BackOffice.Stores;
using Jpos.Api.BackOffice.Terminals;
using Jpos.Api.BackOffice.Tickets;
using Jpos.Api.BackOffice.Webhooks;
using Jpos.Application.BackOffice.Access;
using Jpos.Application.BackOffice.Adjustments;
using Jpos.Application.BackOffice.Alerts;
using Jpos.Application.BackOffice.Cards;
using Jpos.Application.BackOffice.HeldGifts;
using Jpos.Application.BackOffice.Imports;
using Jpos.Application.BackOffice.Pins;
using Jpos.Application.BackOffice.Programmes;
using Jpos.Application.BackOffice.Stores;
using Jpos.Application.BackOffice.Terminals;
using Jpos.Application.BackOffice.Tickets;
using Jpos.Application.BackOffice.Transactions;
using Jpos.Application.BackOffice.Webhooks;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Alerts;
using Jpos.Domain.Cards;
using Jpos.Domain.Imports;
using Jpos.Domain.Journal;
using Jpos.Domain.Keys;
using Jpos.Domain.Programmes;
using Jpos.Domain.Terminals;
using Jpos.Domain.Tickets;
using Jpos.Domain.Webhooks;

namespace Jpos.Api.Docs;

/// <summary>The requests and answers of a back office that sets up a shop and checks what its terminal did.</summary>
internal static class BackOfficeExamples
{
    private const string Store = "100000000000021";
    private const string Terminal = "10000021";
    private const string Card = "9900000000000119";

    private static readonly DateTime At = new(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc);
    private static readonly TotalsView Totals = new(1, 20, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
    private static readonly TotalsView NoDifference = Totals.Minus(Totals);

    public static Dictionary<Type, object> All { get; } = new object[]
    {
        new CreateStoreInput { Number = Store, Name = "Riverside", Advertisement = "Double points on Fridays", TimeZone = "Asia/Shanghai", DeniedOperations = [Operations.Refund] },
        new StoreInput { Name = "Riverside", IsOpen = false, TimeZone = "Asia/Shanghai" },
        new StoreView(Store, "Riverside", "Double points on Fridays", true, "Asia/Shanghai", [Operations.Refund], ["01"]),
        new OperatorInput("01"),
        new CreateTerminalInput(Terminal, Store),
        new ChangeTerminalInput(true, MacPolicy.Optional),
        new MasterKeyInput(["0123456789ABCDEFFEDCBA9876543210", "101013131515161619191A1A1C1C1F1F"], "38866CCA"),
        new MacPolicyDecisionInput(MacPolicy.Optional, false, true),
        new TerminalView(Terminal, Store, KeyAlgorithm.TripleDes, MacPolicy.Required, AnswerFormat.Full, true, true, At, 1, true, true, null, null, null),
        new HeldGiftDecisionInput(Card, true, "The invoice was seen"),
        new HeldGiftView("100000000001", Card, 6000, new DateOnly(2028, 3, 2), At, HeldGiftState.Held, null),
        new CardProductInput { Name = "Gold", NumberLengths = [16], NumberPrefixes = ["9900"], RequiresPin = true, MostPerConsume = 5000, MostConsumesPerDay = 20 },
        new CardProductView(2, "Gold", true, [16], ["9900"], true, [], 5000, 20),
        new MemberInput { Name = "张三", Grade = Grade.Gold, Gender = "01", Mobile = "13912345678", Email = "zhang@example.org" },
        new MemberView(7, "张三", Grade.Gold, "01", "13912345678", "", "", "", "", "zhang@example.org"),
        new IssueCardInput(Card, 2, 7, new DateOnly(2030, 12, 31), 100),
        new CardStateInput(CardState.Frozen, "Asked for by telephone"),
        new CardView(Card, 11, 10, 2, 7, CardState.Active, new DateOnly(2030, 12, 31), 100, 100, false, false, null),
        new SetPinInput("Forgotten; identity card seen"),
        new UnlockPinInput("Asked for at the desk; identity card seen"),
        new CardPinView(Card, 11, "735190"),
        new TransportKeyInput("pin-mailer", ["0123456789ABCDEFFEDCBA9876543210", "101013131515161619191A1A1C1C1F1F"], "38866CCA"),
        new PinTransportKeyView("pin-mailer", KeyAlgorithm.TripleDes, "38866CCA", At),
        new IssueCardsInput(Card, 500, 2, new DateOnly(2030, 12, 31), null),
        new CardRangeView(Card, "9900000000005109", 500, 2, new DateOnly(2030, 12, 31), 0),
        new CompanionInput("9900000000000135", null, new DateOnly(2031, 12, 31), "For the spouse"),
        new MergeInput("9900000000000127", "The member had two cards"),
        new AccountView(10, 100, 100, [Card, "9900000000000135"], null),
        new ReplaceCardInput("9900000000000127", new DateOnly(2031, 12, 31), "Lost on the bus"),
        new TicketKindInput("Free coffee", TicketType.Exchange, 18, 90, null),
        new TicketKindView(4, "Free coffee", TicketType.Exchange, 18, 90, false),
        new TicketIssueInput([Card], 2, null, "Birthday"),
        new TicketView(9, 4, TicketType.Exchange, "Free coffee", 18, 2, 1, new DateOnly(2026, 5, 31)),
        new AdjustmentInput(Card, 50, null, "The till forgot the card"),
        new AdjustmentDecisionInput(Card, true, "Checked with the shop"),
        new AdjustmentView(8, Card, 50, null, "The till forgot the card", AdjustmentState.Applied, "Shop 21 (0f1e2d3c4b5a)", "Head office (1a2b3c4d5e6f)", At, null, null, null, "100000000010"),
        new CampaignInput { Name = "Double Friday", Multiplier = 2, From = new DateOnly(2026, 3, 6), Through = new DateOnly(2026, 3, 8), Stores = [Store], Grades = [Grade.Gold], Advertisement = "Double points today" },
        new CampaignView(5, "Double Friday", 2, new DateOnly(2026, 3, 6), new DateOnly(2026, 3, 8), [Store], [Grade.Gold], "Double points today", false),
        new ProgrammeInput
        {
            PointValue = 1,
            Rates = new RatesInput(0.01m, 0.015m, 0.02m, 0.03m),
            GiftDecimals = 2,
            GiftRounding = Rounding.Down,
            GiftValidMonths = 24,
            PendingDays = 7,
            GiftsAvailableAtOnce = false,
            ExpiryGraceDays = 0,
            RefundWindowDays = 30,
            RefundMayLeaveDebt = false,
            AdjustmentLimit = 1000,
            AdjustmentLimitOfPerson = 10_000,
            MostPerConsume = 50_000,
            MostGiftsPerDay = 100_000,
            LargeGift = 5_000,
        },
        new ProgrammeView(2, At, "Head office (1a2b3c4d5e6f)", 1, new RatesView(0.01m, 0.015m, 0.02m, 0.03m), 2, Rounding.Down, 24, 7, false, 0, 30, false, 1000, 10_000, 50_000, 100_000, 5_000),
        new BatchView(3, Store, Terminal, 1, At, At.AddHours(10), Totals, new TakingsView(1200, 90, 100, 50), new SettlementView(At.AddHours(10), "ss", Totals, NoDifference)),
        new TransactionView(
            "100000000001", Operations.Consume, false, "00", At, new DateOnly(2026, 3, 2), 3, Store, Terminal, 1, "990000******0119", 11, 10, 7, "A-17", 20, 80, 0, 0, 20, 1.2m,
            new GiftView(1.2m, 80, Grade.Gold, 0.015m, 1, null, 1, 1.2m), EntryStatus.Posted, null, [], [new EntryView(5, ProgrammeAccount.Redeemed, -20), new EntryView(6, ProgrammeAccount.Issued, 1.2m)], []),
        new TicketIssueView(4, 2, new DateOnly(2026, 5, 31), "Birthday", [new IssuedTicket(Card, 9, "100000000011")]),
        new LiabilityView(At, 120_500, 3_400, [new ExpiringView("2028-03", 120_500, 3_400, 95, 60)], new DebtView(12.5m, 1)),
        new StatementView(Card, 100, 81.2m, [new MovementView(At, "100000000001", Operations.Consume, false, Store, 1.2m, 20, 81.2m, [])], null),
        new AlertView(6, AlertKind.UnequalBatch, At, Store, null, 3, Terminal, AlertState.Acknowledged, "Head office (1a2b3c4d5e6f)", At.AddHours(1), null, null),
        new ResolutionInput("The till sent a sale twice; the till's software was corrected."),
        new ImportView(2, ImportKind.Cards, "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08", 1000, 1000, 989, 10, 1, At, At.AddSeconds(2)),
        new ImportErrorView(17, 17, "number must have a length and a prefix of its product."),
        new DryRunView(ImportKind.Cards, "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08", 1000, 998, 1, 1, [new ImportErrorView(17, 17, "number must have a length and a prefix of its product.")]),
        new WebhookView(1, "https://example.org/jpos", ["transaction.approved"], true, "Cash office", At, null, null),
        new DeliveryView(41, "evt_41", "transaction.approved", "card-11", At, DeliveryState.DeadLettered, 12, null, "500", null),
        new RedeliveryInput(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)),
        new RedeliveryView(3),
        new WebhookInput { Url = "https://example.org/jpos", Events = ["transaction.approved"], IsEnabled = true, Description = "Cash office" },
        new CreateApiKeyInput("Shop 21", Role.Manager, [Store], new DateTimeOffset(2027, 12, 31, 0, 0, 0, TimeSpan.Zero)),
        new ApiKeyView("0f1e2d3c4b5a", "Shop 21", Role.Manager, [Store], "Head office (1a2b3c4d5e6f)", "1a2b3c4d5e6f", At, new DateTime(2027, 12, 31, 0, 0, 0, DateTimeKind.Utc), null),
        new AuditEntryView(1, At, "Head office (1a2b3c4d5e6f)", "CreateStore", $"stores/{Store}", null, $$"""{"number":"{{Store}}","name":"Riverside"}"""),
    }.ToDictionary(example => example.GetType());
}
