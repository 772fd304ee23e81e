using Jpos.Application.Ports;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Application.TerminalProtocol.Terminals;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;
using Moq;

namespace Jpos.Tests.Unit.Handlers;

/// <summary>check-in (protocol §5, §9).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CheckInHandlerTests
{
    private readonly Desk desk = new();

    [SetUp]
    public void MakeKeys() => desk.Keys.Setup(keys => keys.MakeWorkingKeys(It.IsAny<Terminal>())).Returns(new NewWorkingKeys("AB12", [3], [4]));

    [Test]
    public async Task A_check_in_answers_batch_store_and_keys()
    {
        desk.Terminal = Given.Terminal();

        await CheckIn();

        Assert.That(desk.Last, Is.EqualTo(new CheckInOutcome { At = Given.Utc, Batch = BatchNumber.First, StoreName = "示范门店", WorkingKey = "AB12" }));
    }

    [Test]
    public async Task The_keys_are_kept_wrapped_and_unconfirmed()
    {
        desk.Terminal = Given.Terminal();

        await CheckIn();

        var pair = desk.Terminal.Keys.Single();
        Assert.That((pair.WrappedPinKey[0], pair.WrappedMacKey[0], pair.CreatedAt, pair.IsConfirmed), Is.EqualTo(((byte)3, (byte)4, Given.Utc, false)));
    }

    [Test]
    public async Task The_old_keys_are_loaded_with_the_terminal_and_stay_beside_the_new_ones()
    {
        await CheckIn();

        Assert.That(desk.Terminal!.Keys, Has.Count.EqualTo(2));
        desk.Terminals.Verify(terminals => terminals.Find(Given.TerminalNumber, true, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Test]
    public async Task A_check_in_needs_no_mac()
    {
        desk.Terminal = Given.SignedOn(desk.Numbers, MacPolicy.Required);

        Assert.That((await CheckIn()).Code, Is.EqualTo(ResponseCode.Approved));
    }

    [Test]
    public async Task A_stranger_to_the_store_is_58_and_makes_no_keys()
    {
        Assert.That((await CheckIn("02")).Code, Is.EqualTo(ResponseCode.TerminalRefused));
        desk.Keys.VerifyNoOtherCalls();
    }

    [Test]
    public async Task A_disabled_terminal_is_58()
    {
        desk.Terminal = Given.Terminal(isEnabled: false);

        Assert.That((await CheckIn()).Code, Is.EqualTo(ResponseCode.TerminalRefused));
    }

    [Test]
    public async Task A_check_in_in_an_open_batch_keeps_it()
    {
        var batch = desk.Terminal!.Batch;

        await CheckIn();

        Assert.That((desk.Terminal.Batch, ((CheckInOutcome)desk.Last).Batch), Is.EqualTo((batch, BatchNumber.First)));
    }

    [Test]
    public async Task A_check_in_after_a_settle_opens_the_next_batch()
    {
        desk.Terminal!.Batch!.Close(Given.Utc);

        await CheckIn();

        Assert.That(((CheckInOutcome)desk.Last).Batch, Is.EqualTo(BatchNumber.Of(2)));
    }

    private Task<Reply> CheckIn(string number = "01") =>
        new CheckInHandler(desk.Steps, desk.Keys.Object, desk.Numbers, desk.Programme).Handle(
            new CheckIn { Store = Given.StoreNumber, Terminal = Given.TerminalNumber, Operator = OperatorNumber.Of(number) }, default);
}
