using Jpos.Application.Ports;
using Jpos.Application.TerminalProtocol.Transactions;
using Jpos.Domain;
using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Jpos.Domain.Tickets;
using Moq;

namespace Jpos.Tests.Unit.Handlers;

/// <summary>Rows 9 to 18 of protocol §2 for a consume, and its effect (§5).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ConsumeHandlerTests
{
    private readonly Desk desk = new();

    private static Consume WithVoucher(int pieces = 1, long id = 1) => Desk.Consume() with { Vouchers = TicketLines.Of([new TicketLine(id, pieces)]) };

    [Test]
    public async Task Points_cash_and_vouchers_are_paid_in_one()
    {
        await desk.Send(WithVoucher());

        var entry = desk.Recorded.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(desk.Last, Is.EqualTo(new ConsumeOutcome
            {
                At = Given.Utc,
                Serial = entry.Serial,
                Balance = Points.Of(91.35m),
                Available = Points.Of(90m),
                Used = Points.Of(10m),
                Awarded = Points.Of(1.35m),
                Advertisement = "欢迎参加会员日活动",
            }));
            Assert.That((desk.Voucher.Remaining, entry.CardId, entry.IsApproved), Is.EqualTo((1, (long?)1, true)));
            Assert.That((entry.PointAmount, entry.CashAmount, entry.AwardRate), Is.EqualTo((Money.Of(10m), Money.Of(90m), 0.015m)));
        }
    }

    [Test]
    public async Task A_gift_waits_for_its_batch_and_expires_by_the_programme()
    {
        await desk.Send(Desk.Consume());

        var gift = desk.Account.Lots.Last();
        Assert.That((gift.BatchId, gift.EarnedAt, gift.ExpiresOn), Is.EqualTo((desk.Terminal!.Batch!.Id, Given.TerminalNumber, Given.Today.AddMonths(24))));
    }

    [Test]
    public async Task A_setting_makes_gifts_available_at_once()
    {
        var generous = new Desk(new Programme { Rules = new() { GiftsAvailableAtOnce = true } });

        await generous.Send(Desk.Consume());

        Assert.That(generous.Account.Available(Given.Now), Is.EqualTo(Points.Of(91.35m)));
    }

    [TestCase("0", "0", null)]
    [TestCase("x", "0", "pointAmount")]
    [TestCase("10.001", "0", "pointAmount")]
    [TestCase("0", "1e3", "cashAmount")]
    [TestCase("-1", "-1", "pointAmount")]
    public async Task What_is_no_amount_or_nothing_to_pay_is_13(string points, string cash, string? named)
    {
        var code = await desk.CodeOf(Desk.Consume(points: points, cash: cash));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo("13"));
            Assert.That(desk.Last.Detail, named is null ? Is.Not.Empty : Does.Contain(named));
            Assert.That(desk.Recorded.Single().Code, Is.EqualTo(ResponseCode.AmountInvalid));
        }
    }

    [Test]
    public async Task A_voucher_alone_is_something_to_pay() =>
        Assert.That(await desk.CodeOf(WithVoucher() with { PointAmount = Amount.Of("0"), CashAmount = Amount.Of("0") }), Is.EqualTo("00"));

    [Test]
    public async Task Row_9_is_before_row_10()
    {
        desk.Store = Given.Store(denied: Operations.Consume);
        desk.Card = null;

        Assert.That(await desk.CodeOf(Desk.Consume()), Is.EqualTo("57"));
    }

    [Test]
    public async Task Row_12_is_before_row_15()
    {
        desk.Card = Given.Card(CardState.Frozen, pin: [1]);

        Assert.That(await desk.CodeOf(Desk.Consume() with { EntryMode = Given.Mode("021") }), Is.EqualTo("62"));
    }

    [Test]
    public async Task Row_15_is_before_row_16()
    {
        desk.Card = Given.Card(pin: [1]);

        Assert.That(await desk.CodeOf(Desk.Consume(points: "x") with { EntryMode = Given.Mode("011") }), Is.EqualTo("30"));
    }

    [Test]
    public async Task Row_16_is_before_row_17()
    {
        desk.Card = Given.Card(product: new CardProduct(new("会员卡") { MostConsumesPerDay = 0 }));

        Assert.That(await desk.CodeOf(Desk.Consume(points: "x")), Is.EqualTo("13"));
    }

    [Test]
    public async Task Row_17_is_before_row_18()
    {
        desk.Card = Given.Card(product: new CardProduct(new("会员卡") { MostPerConsume = Money.Of(100m) }));

        Assert.That(await desk.CodeOf(Desk.Consume(points: "101", cash: "0")), Is.EqualTo("61"));
    }

    [TestCase("10", "90", "00")]
    [TestCase("10", "90.01", "61")]
    public async Task The_limit_is_for_points_and_cash_together(string points, string cash, string code)
    {
        desk.Card = Given.Card(product: new CardProduct(new("会员卡") { MostPerConsume = Money.Of(100m) }));

        Assert.That(await desk.CodeOf(Desk.Consume(points: points, cash: cash)), Is.EqualTo(code));
    }

    [TestCase(2, "00")]
    [TestCase(3, "65")]
    public async Task The_consumes_of_a_business_day_are_counted(int before, string code)
    {
        desk.Card = Given.Card(product: new CardProduct(new("会员卡") { MostConsumesPerDay = 3 }));
        desk.ConsumesToday = before;

        Assert.That(await desk.CodeOf(Desk.Consume()), Is.EqualTo(code));
        desk.Journal.Verify(journal => journal.CountConsumes(Given.AccountOf(1), Given.Today, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Test]
    public async Task Too_few_points_are_51_and_use_no_voucher()
    {
        var code = await desk.CodeOf(WithVoucher() with { PointAmount = Amount.Of("100.01") });

        Assert.That((code, desk.Voucher.Remaining, desk.Account.Balance), Is.EqualTo(("51", 2, Points.Of(100m))));
    }

    [TestCase(3, 1)]
    [TestCase(1, 9)]
    public async Task A_voucher_that_is_used_up_or_not_the_cards_is_51_and_spends_no_points(int pieces, long id)
    {
        var code = await desk.CodeOf(WithVoucher(pieces, id));

        Assert.That((code, desk.Voucher.Remaining, desk.Account.Balance), Is.EqualTo(("51", 2, Points.Of(100m))));
    }

    [Test]
    public async Task A_ticket_that_is_no_voucher_is_51()
    {
        desk.Known = [new Ticket(1, Given.AccountOf(1), TicketType.GroupPurchase, "团购券", Money.Of(30m), 3, Given.NextYear, Given.Entry(desk.Numbers))];

        Assert.That(await desk.CodeOf(WithVoucher()), Is.EqualTo("51"));
    }

    [TestCase(true, "10", "0", "30")]
    [TestCase(true, "0", "10", "00", Description = "cash alone spends nothing")]
    [TestCase(false, "10", "0", "00")]
    public async Task A_pin_is_required_when_points_are_spent_and_the_product_asks(bool asks, string points, string cash, string code)
    {
        desk.Card = Given.Card(product: new CardProduct(new("密码会员卡") { RequiresPin = asks }), pin: [1]);

        Assert.That(await desk.CodeOf(Desk.Consume(points: points, cash: cash)), Is.EqualTo(code));
    }

    [Test]
    public async Task A_pin_is_required_when_vouchers_are_spent_and_the_product_asks()
    {
        desk.Card = Given.Card(product: new CardProduct(new("密码会员卡") { RequiresPin = true }), pin: [1]);

        Assert.That(await desk.CodeOf(WithVoucher() with { PointAmount = Amount.Of("0") }), Is.EqualTo("30"));
    }

    [TestCase("10", "0", null, "57", Description = "nothing sent")]
    [TestCase("10", "0", PinCheck.Wrong, "57", Description = "a block that decodes")]
    [TestCase("10", "0", PinCheck.Undecodable, "99", Description = "row 14 comes before row 15")]
    [TestCase("0", "10", null, "00", Description = "cash alone spends nothing")]
    [TestCase("0", "10", PinCheck.Undecodable, "00", Description = "nothing asks for the PIN that was sent")]
    [TestCase("x", "0", null, "13", Description = "what is no amount spends nothing")]
    public async Task A_card_without_a_pin_whose_product_asks_for_one_cannot_spend(string points, string cash, PinCheck? block, string code)
    {
        desk.Card = Given.Card(product: new CardProduct(new("密码会员卡") { RequiresPin = true }));
        desk.Security.Setup(security => security.CheckPin(desk.Terminal!, It.IsAny<WorkingKeys>(), It.IsAny<PinBlock>(), desk.Card)).Returns(block ?? PinCheck.Undecodable);
        var message = Desk.Consume(points: points, cash: cash) with { Password = block is null ? null : Given.Pin("03B1E2CF2F2A2C1D") };

        Assert.That(await desk.CodeOf(message), Is.EqualTo(code));
    }

    [Test]
    public async Task A_card_without_a_pin_whose_product_asks_for_one_cannot_spend_vouchers()
    {
        desk.Card = Given.Card(product: new CardProduct(new("密码会员卡") { RequiresPin = true }));

        Assert.That(await desk.CodeOf(WithVoucher() with { PointAmount = Amount.Of("0") }), Is.EqualTo("57"));
        Assert.That((desk.Last.Detail, desk.Voucher.Remaining), Is.EqualTo(("The card has no PIN yet. Its product requires one to spend points or vouchers.", 2)));
    }

    [TestCase(CardState.Frozen, "62", Description = "row 12")]
    [TestCase(CardState.Active, "57", Description = "row 16, nothing to pay, comes later")]
    public async Task That_the_pin_is_missing_is_told_in_row_15(CardState state, string code)
    {
        desk.Card = Given.Card(state, product: new CardProduct(new("密码会员卡") { RequiresPin = true }));

        Assert.That(await desk.CodeOf(Desk.Consume(points: "10", cash: "x")), Is.EqualTo(code));
    }

    [Test]
    public async Task A_card_without_a_pin_ignores_it() =>
        Assert.That(await desk.CodeOf(Desk.Consume() with { EntryMode = Given.Mode("011"), Password = Given.Pin("03B1E2CF2F2A2C1D") }), Is.EqualTo("00"));

    [Test]
    public async Task Used_points_are_rounded_up_by_the_point_value()
    {
        var dear = new Desk(new Programme { Rules = new() { PointValue = Money.Of(3m) } });

        await dear.Send(Desk.Consume(points: "10", cash: "0"));

        Assert.That(((ConsumeOutcome)dear.Last).Used, Is.EqualTo(Points.Of(3.34m)));
    }

    [Test]
    public async Task A_cash_sale_to_a_card_in_debt_is_approved()
    {
        desk.Account = Given.Account(desk.Numbers);
        var gift = Given.Entry(desk.Numbers);
        desk.Account.Add(Points.Of(5m), Given.NextYear, ProgrammeAccount.Issued, gift, desk.Numbers, Given.Today);
        desk.Account.Redeem(Points.Of(5m), Given.Now, Given.Entry(desk.Numbers));
        desk.Account.Undo(gift.Effect(), true, Given.Now, Given.Entry(desk.Numbers), desk.Numbers);

        Assert.That(await desk.CodeOf(Desk.Consume(points: "0", cash: "90")), Is.EqualTo("00"), "it takes no points: §4 declines what would make the balance fall");
    }
}
