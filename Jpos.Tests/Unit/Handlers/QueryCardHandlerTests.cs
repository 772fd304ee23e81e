using Jpos.Application.TerminalProtocol.Cards;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using Jpos.Domain.Tickets;

namespace Jpos.Tests.Unit.Handlers;

/// <summary>cards (protocol §5): rows 1 to 7 and 10 to 12, and nothing is stored.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class QueryCardHandlerTests
{
    private readonly Desk desk = new();

    [Test]
    public async Task A_query_answers_member_balances_and_vouchers()
    {
        desk.Known = [desk.Voucher, new Ticket(2, Given.AccountOf(1), TicketType.Exchange, "兑换券", Money.Of(20m), 1, Given.NextYear, Given.Entry(desk.Numbers))];

        await Query();

        var outcome = (QueryCardOutcome)desk.Last;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((outcome.Code, outcome.Balance, outcome.Available, outcome.Member), Is.EqualTo((ResponseCode.Approved, Points.Of(100m), Points.Of(100m), desk.Card!.Member)));
            Assert.That(outcome.Vouchers, Is.EqualTo(new[] { desk.Voucher }));
        }
    }

    [Test]
    public async Task A_query_stores_nothing_and_makes_no_fingerprint()
    {
        await Query();

        desk.Journal.VerifyNoOtherCalls();
        desk.Security.VerifyNoOtherCalls();
        desk.Alerts.VerifyNoOtherCalls();
    }

    [TestCase(CardState.Issued, "00")]
    [TestCase(CardState.Active, "00")]
    [TestCase(CardState.Closed, "14")]
    [TestCase(CardState.Lost, "41")]
    [TestCase(CardState.Stolen, "43")]
    [TestCase(CardState.Frozen, "62")]
    public async Task The_state_of_the_card_decides_but_an_issued_one_may_be_asked_for(CardState state, string code)
    {
        desk.Card = Given.Card(state);

        Assert.That((await Query()).Code.Code, Is.EqualTo(code));
    }

    [Test]
    public async Task An_expired_card_is_54()
    {
        desk.Card = Given.Card(expiresOn: Given.Today.AddDays(-1));

        Assert.That((await Query()).Code.Code, Is.EqualTo("54"));
    }

    [Test]
    public async Task An_unknown_card_is_14()
    {
        desk.Card = null;

        Assert.That((await Query()).Code.Code, Is.EqualTo("14"));
    }

    [Test]
    public async Task A_store_that_denies_operations_may_ask_still()
    {
        desk.Store = Given.Store(denied: Operations.Consume | Operations.Cancel);

        Assert.That((await Query()).Code.Code, Is.EqualTo("00"), "row 9 does not apply");
    }

    [Test]
    public async Task A_batch_that_is_not_open_is_77_and_none_is_opened()
    {
        desk.Terminal!.Batch!.Close(Given.Utc);

        Assert.That(((await Query(2)).Code.Code, desk.Terminal.Batch!.Number), Is.EqualTo(("77", BatchNumber.First)));
    }

    private Task<Reply> Query(int batch = 1) => new QueryCardHandler(desk.Steps, desk.Cards.Object, desk.Accounts.Object, desk.Tickets.Object).Handle(
        new QueryCard { Store = Given.StoreNumber, Terminal = Given.TerminalNumber, Card = CardNumber.Of(Given.GoodCard), Batch = BatchNumber.Of(batch) },
        default);
}
