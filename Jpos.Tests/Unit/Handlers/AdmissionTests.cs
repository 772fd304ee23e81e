using Jpos.Domain.Terminals;

namespace Jpos.Tests.Unit.Handlers;

/// <summary>Rows 1 to 6 of protocol §2, in their order: the first failure wins, and leaves no trace.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AdmissionTests
{
    private readonly Desk desk = new();

    [Test]
    public async Task An_unknown_store_is_03()
    {
        desk.Store = null;

        Assert.That(await desk.CodeOf(Desk.Consume()), Is.EqualTo("03"));
    }

    [Test]
    public async Task A_closed_store_is_03()
    {
        desk.Store = Given.Store(isOpen: false);

        Assert.That(await desk.CodeOf(Desk.Consume()), Is.EqualTo("03"));
    }

    [Test]
    public async Task An_unknown_terminal_is_97()
    {
        desk.Terminal = null;

        Assert.That(await desk.CodeOf(Desk.Consume()), Is.EqualTo("97"));
    }

    [Test]
    public async Task The_store_is_told_before_the_terminal()
    {
        desk.Store = null;
        desk.Terminal = null;

        Assert.That(await desk.CodeOf(Desk.Consume()), Is.EqualTo("03"));
    }

    [Test]
    public async Task The_store_is_told_before_a_disabled_terminal()
    {
        desk.Store = Given.Store(isOpen: false);
        desk.Terminal = Given.Terminal(isEnabled: false);

        Assert.That(await desk.CodeOf(Desk.Consume()), Is.EqualTo("03"));
    }

    [Test]
    public async Task A_disabled_terminal_is_58_before_its_session_is_looked_at()
    {
        desk.Terminal = Given.Terminal(MacPolicy.Required, isEnabled: false);

        Assert.That(await desk.CodeOf(Desk.Consume()), Is.EqualTo("58"));
    }

    [Test]
    public async Task Another_stores_terminal_is_58()
    {
        desk.Terminal = Given.Terminal(store: "100000000000002");

        Assert.That(await desk.CodeOf(Desk.Consume()), Is.EqualTo("58"));
    }

    [Test]
    public async Task A_mac_that_is_missing_is_A0_before_the_batch_is_looked_at()
    {
        desk.Terminal = Given.SignedOn(desk.Numbers, MacPolicy.Required);

        Assert.That(await desk.CodeOf(Desk.Consume(batch: 7)), Is.EqualTo("A0"));
    }

    [Test]
    public async Task Without_a_session_it_is_77()
    {
        desk.Terminal = Given.Terminal(MacPolicy.Required);

        Assert.That(await desk.CodeOf(Desk.Consume()), Is.EqualTo("77"));
    }

    [Test]
    public async Task A_batch_that_is_not_open_is_77() => Assert.That(await desk.CodeOf(Desk.Consume(batch: 7)), Is.EqualTo("77"));

    [Test]
    public async Task A_pin_block_of_another_length_is_30_before_anything_else()
    {
        desk.Store = null;

        Assert.That(await desk.CodeOf(Desk.Consume() with { Password = Given.Pin("6E96175A21A59DB82BF29F6962E51C38") }), Is.EqualTo("30"));
    }

    [Test]
    public async Task A_reversal_is_admitted_by_the_same_rows()
    {
        desk.Terminal = Given.SignedOn(desk.Numbers, MacPolicy.Required);

        var reply = await desk.Reverse(Desk.Consume());

        Assert.That(reply.Code.Code, Is.EqualTo("A0"));
    }

    [Test]
    public async Task What_is_not_admitted_leaves_no_trace()
    {
        desk.Terminal = Given.Terminal();

        await desk.Send(Desk.Consume());
        await desk.Send(Desk.Cancel());
        await desk.Reverse(Desk.Consume());

        Assert.That((desk.Recorded.Count, desk.Terminal.Batch), Is.EqualTo((0, (Domain.Batches.Batch?)null)));
        desk.Journal.VerifyNoOtherCalls();
        desk.Cards.VerifyNoOtherCalls();
        desk.Alerts.VerifyNoOtherCalls();
    }
}
