using Jpos.Domain;
using Jpos.Domain.Keys;
using Jpos.Domain.Programmes;
using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;

namespace Jpos.Tests.Unit.Terminals;

/// <summary>What the back office changes of a terminal, and what a terminal is told when it is refused.</summary>
internal sealed class TerminalChangesTests
{
    private readonly Counter numbers = new();

    [Test]
    public void A_terminal_is_strict_unless_told_otherwise()
    {
        var terminal = new Terminal(Given.TerminalNumber, Given.StoreNumber, KeyAlgorithm.Sm4, []);

        Assert.That(
            (terminal.Number, terminal.StoreNumber, terminal.KeyAlgorithm, terminal.IsEnabled, terminal.MacPolicy, terminal.UntilFirstSigned, terminal.AnswerFormat),
            Is.EqualTo((Given.TerminalNumber, Given.StoreNumber, KeyAlgorithm.Sm4, true, MacPolicy.Required, true, AnswerFormat.Full)));
        Assert.That((terminal.HasSigned, terminal.SignedOnAt, terminal.LastAddress, terminal.Keys.Count), Is.EqualTo((false, (DateTime?)null, (string?)null, 0)));
        Assert.That(terminal.WrappedMasterKey, Is.Empty);
    }

    [Test]
    public void Another_master_key_ends_the_session_and_the_batch_stays_open()
    {
        var terminal = Given.SignedOn(numbers);

        terminal.LoadMasterKey([7]);

        Assert.That((terminal.WrappedMasterKey, terminal.Keys.Count, terminal.SignedOnAt, terminal.Batch?.IsOpen), Is.EqualTo((new byte[] { 7 }, 0, (DateTime?)null, (bool?)true)));
    }

    [Test]
    public void A_master_key_that_is_wrapped_anew_ends_no_session()
    {
        var terminal = Given.SignedOn(numbers);

        terminal.ReplaceWrapped([7]);

        Assert.That((terminal.WrappedMasterKey, terminal.Keys.Count, terminal.SignedOnAt), Is.EqualTo((new byte[] { 7 }, 1, (DateTime?)Given.Utc)));
    }

    [Test]
    public void Working_keys_may_be_wrapped_anew()
    {
        var pair = new WorkingKeys(3, [1], [2], Given.Utc);
        var before = (pair.Number, pair.WrappedPinKey, pair.WrappedMacKey, pair.CreatedAt, pair.IsConfirmed);

        pair.ReplaceWrapped([11], [12]);

        Assert.That(before, Is.EqualTo((3L, new byte[] { 1 }, new byte[] { 2 }, Given.Utc, false)));
        Assert.That((pair.WrappedPinKey, pair.WrappedMacKey), Is.EqualTo((new byte[] { 11 }, new byte[] { 12 })));
    }

    [Test]
    public void A_terminal_remembers_that_it_signed_and_where_from()
    {
        var terminal = Given.Terminal();

        terminal.MarkSigned();
        terminal.RecordAddress("192.0.2.1");
        terminal.Change(false, AnswerFormat.FixedFields);

        Assert.That((terminal.HasSigned, terminal.LastAddress, terminal.IsEnabled, terminal.AnswerFormat), Is.EqualTo((true, "192.0.2.1", false, AnswerFormat.FixedFields)));
    }

    [Test]
    public void A_limit_of_its_own_is_raised_if_either_is_higher_or_taken_away()
    {
        var terminal = Given.Terminal();
        bool Set(decimal? yuan, decimal? points) => terminal.SetLimits(yuan is { } most ? Money.Of(most) : null, points is { } gifts ? Points.Of(gifts) : null);

        Assert.That((Set(10m, 20m), Set(10m, 20m), Set(9m, 19m), Set(10m, 19m), Set(10m, 20m)), Is.EqualTo((false, false, false, true, true)));
        Assert.That((terminal.MostPerConsume, terminal.MostGiftsPerDay), Is.EqualTo(((Money?)Money.Of(10m), (Points?)Points.Of(20m))));
        Assert.That((Set(null, 20m), Set(null, null)), Is.EqualTo((true, true)));
    }

    [Test]
    public void A_terminal_without_a_master_key_is_refused()
    {
        var (without, disabled) = (new Terminal(Given.TerminalNumber, Given.StoreNumber, KeyAlgorithm.Sm4, []), Given.Terminal(isEnabled: false));

        Assert.That(
            (Text(without.Refuse(Given.Store())), Text(disabled.Refuse(Given.Store())), Text(Given.Terminal(store: "7").Refuse(Given.Store())), Given.Terminal().Refuse(Given.Store())),
            Is.EqualTo(("58 The terminal has no master key yet.", "58 The terminal is disabled.", "58 terminalNo belongs to another store.", (Decline?)null)));
    }

    [Test]
    public void A_terminal_is_told_what_is_wrong_with_its_session_or_batch()
    {
        var (never, closed, open) = (Given.Terminal(), Given.SignedOn(numbers), Given.SignedOn(numbers));
        closed.Batch!.Close(Given.Utc);
        string? Enter(Terminal terminal, int? number)
        {
            terminal.EnterBatch(number is { } value ? BatchNumber.Of(value) : null, Given.Utc, new Programme(), numbers, out var decline);
            return Text(decline);
        }

        Assert.That((Text(never.RefuseSession()), Text(open.RefuseSession()), Text(never.RefuseBatch(BatchNumber.First))), Is.EqualTo(("77 The terminal has not signed on.", (string?)null, "77 The terminal has not signed on.")));
        Assert.That((Text(open.RefuseBatch(BatchNumber.Of(2))), Text(closed.RefuseBatch(BatchNumber.First))), Is.EqualTo(("77 batchNo is not the open batch of the terminal.", "77 batchNo is not the open batch of the terminal.")));
        Assert.That((Enter(never, 1), Enter(open, 2), Enter(closed, null)), Is.EqualTo(("77 The terminal has not signed on.", "77 batchNo is not the open batch of the terminal.", "77 The terminal has no open batch.")));
    }

    [Test]
    public void A_terminal_is_told_why_its_MAC_or_PIN_block_is_refused()
    {
        var terminal = Given.SignedOn(numbers, MacPolicy.Required);
        string? Mac(Terminal signer, bool isSigned, DateTime? madeAt)
        {
            signer.RequiresMac(isSigned, madeAt, Given.Utc, out var decline);
            return Text(decline);
        }

        Assert.That(
            (Mac(terminal, false, Given.Utc), Mac(terminal, true, null), Mac(Given.Terminal(MacPolicy.Required), true, Given.Utc), Mac(terminal, true, Given.Utc)),
            Is.EqualTo((
                "A0 X-Jpos-Mac is missing. This terminal must sign its messages.",
                "A0 X-Jpos-Time is missing, or differs from the time of this host by more than 300 seconds.",
                "77 The terminal has not signed on.",
                (string?)null)));
        Assert.That(Text(terminal.RefusePinBlock(Given.Pin(new string('A', 32)))), Is.EqualTo("30 password must be 16 hexadecimal digits for this terminal."));
        Assert.That(Text(Given.Terminal(form: KeyAlgorithm.Sm4).RefusePinBlock(Given.Pin(new string('A', 16)))), Is.EqualTo("30 password must be 32 hexadecimal digits for this terminal."));
    }

    [Test]
    public void A_terminal_is_told_which_limit_an_amount_exceeds()
    {
        var terminal = Given.SignedOn(numbers);
        terminal.SetLimits(Money.Of(10m), Points.Of(20m));

        Assert.That(
            (Text(terminal.RefuseAmount(Money.Of(11m), new Programme())), Text(terminal.RefuseGift(Points.Of(21m), Given.Today, new Programme()))),
            Is.EqualTo(("61 The sum of pointAmount and cashAmount exceeds 10, the limit of one consume at this terminal.", "61 With this consume the gifts of this terminal would exceed 20 points, the limit of one business day.")));
    }

    [Test]
    public void Refused_cards_count_anew_after_ten_minutes_and_without_a_limit_any_number_may_be_refused()
    {
        var terminal = Given.Terminal();
        terminal.CountRefusedCard(Given.Utc);
        terminal.CountRefusedCard(Given.Utc.AddMinutes(10).AddTicks(-1));
        var within = (terminal.RefusedCards, terminal.RefusedCardsSince);
        var refusals = (Text(terminal.RefuseGuessing(2, Given.Utc.AddMinutes(10).AddTicks(-1))), terminal.RefuseGuessing(2, Given.Utc.AddMinutes(10)), terminal.RefuseGuessing(3, Given.Utc), terminal.RefuseGuessing(0, Given.Utc));

        terminal.CountRefusedCard(Given.Utc.AddMinutes(10));

        Assert.That((within, (terminal.RefusedCards, terminal.RefusedCardsSince)), Is.EqualTo(((2, (DateTime?)Given.Utc), (1, (DateTime?)Given.Utc.AddMinutes(10)))));
        Assert.That(refusals, Is.EqualTo(("65 This terminal sent too many card numbers that were refused. Try again later.", (Decline?)null, (Decline?)null, (Decline?)null)));
    }

    [Test]
    public void A_request_for_a_weaker_policy_says_who_wants_what_since_when()
    {
        var terminal = Given.Terminal(MacPolicy.Required);

        terminal.RequestMacPolicy(MacPolicy.Off, false, "Manager (2)", "ben", Given.Utc);

        Assert.That(terminal.PendingMacPolicy, Is.EqualTo(new MacPolicyRequest(MacPolicy.Off, false, "Manager (2)", "ben", Given.Utc)));
    }

    [Test]
    public void Asking_for_the_policy_that_holds_leaves_what_waits()
    {
        var terminal = Given.Terminal(MacPolicy.Optional);
        terminal.RequestMacPolicy(MacPolicy.Off, true, "Manager (2)", "ben", Given.Utc);

        terminal.RequestMacPolicy(MacPolicy.Optional, true, "Manager (3)", "anna", Given.Utc);

        Assert.That(terminal.PendingMacPolicy?.Person, Is.EqualTo("ben"));
    }

    private static string? Text(Decline? decline) => decline is null ? null : $"{decline.Code} {decline.Detail}";
}
