using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;

namespace Jpos.Tests.Unit.Terminals;

/// <summary>Which messages of a terminal may come in (protocol §2 rows 1, 4 and 5).</summary>
internal sealed class RefusalTests
{
    [TestCase(MacPolicy.Off, false, false, null, false)]
    [TestCase(MacPolicy.Off, false, true, null, false)]
    [TestCase(MacPolicy.Off, true, true, null, false)]
    [TestCase(MacPolicy.Optional, false, false, null, false)]
    [TestCase(MacPolicy.Optional, true, false, null, false)]
    [TestCase(MacPolicy.Optional, false, true, "77", false)]
    [TestCase(MacPolicy.Optional, true, true, null, true)]
    [TestCase(MacPolicy.Required, false, false, "77", false)]
    [TestCase(MacPolicy.Required, false, true, "77", false)]
    [TestCase(MacPolicy.Required, true, false, "A0", false)]
    [TestCase(MacPolicy.Required, true, true, null, true)]
    public void The_policy_and_the_session_decide_whether_a_mac_is_verified(MacPolicy policy, bool isSignedOn, bool isSigned, string? code, bool isVerified)
    {
        var terminal = isSignedOn ? Given.SignedOn(new Counter(), policy) : Given.Terminal(policy);

        var asks = terminal.RequiresMac(isSigned, Given.Utc, Given.Utc, out var decline);

        Assert.That((asks, decline?.Code.Code), Is.EqualTo((isVerified, code)));
    }

    [TestCase(-301, "A0")]
    [TestCase(-300, null)]
    [TestCase(300, null)]
    [TestCase(301, "A0")]
    [TestCase(null, "A0")]
    public void A_signed_message_is_made_within_300_seconds(int? seconds, string? code)
    {
        var terminal = Given.SignedOn(new Counter(), MacPolicy.Required);

        terminal.RequiresMac(true, seconds is { } offset ? Given.Utc.AddSeconds(offset) : null, Given.Utc, out var decline);

        Assert.That(decline?.Code.Code, Is.EqualTo(code));
    }

    [Test]
    public void Many_refused_cards_stop_a_terminal_for_a_while()
    {
        var terminal = Given.Terminal();
        string? Code(int minutes, int most = 3) => terminal.RefuseGuessing(most, Given.Utc.AddMinutes(minutes))?.Code.Code;
        terminal.CountRefusedCard(Given.Utc);
        terminal.CountRefusedCard(Given.Utc.AddMinutes(1));
        var before = Code(1);
        terminal.CountRefusedCard(Given.Utc.AddMinutes(2));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((before, Code(2), Code(9), Code(10), Code(2, most: 0)), Is.EqualTo(((string?)null, "65", "65", (string?)null, (string?)null)));
            terminal.CountRefusedCard(Given.Utc.AddMinutes(10));
            Assert.That((terminal.RefusedCards, terminal.RefusedCardsSince), Is.EqualTo((1, (DateTime?)Given.Utc.AddMinutes(10))));
        }
    }

    [Test]
    public void A_terminal_has_to_sign_unless_told_otherwise() =>
        Assert.That(new Terminal(Given.TerminalNumber, Given.StoreNumber, KeyAlgorithm.TripleDes, [1]).MacPolicy, Is.EqualTo(MacPolicy.Required));

    [TestCase(KeyAlgorithm.TripleDes, 16, null)]
    [TestCase(KeyAlgorithm.TripleDes, 32, "30")]
    [TestCase(KeyAlgorithm.Des, 16, null)]
    [TestCase(KeyAlgorithm.Des, 32, "30")]
    [TestCase(KeyAlgorithm.Aes128, 32, null)]
    [TestCase(KeyAlgorithm.Aes128, 16, "30")]
    [TestCase(KeyAlgorithm.Sm4, 32, null)]
    [TestCase(KeyAlgorithm.Sm4, 16, "30")]
    public void A_pin_block_has_the_length_of_the_terminals_cipher(KeyAlgorithm form, int digits, string? code) =>
        Assert.That(Given.Terminal(form: form).RefusePinBlock(Given.Pin(new string('A', digits)))?.Code.Code, Is.EqualTo(code));

    [Test]
    public void No_pin_block_has_no_length() => Assert.That(Given.Terminal().RefusePinBlock(null), Is.Null);

    [TestCase(true, "100000000000001", null)]
    [TestCase(false, "100000000000001", "58")]
    [TestCase(true, "100000000000002", "58")]
    public void A_terminal_that_is_disabled_or_another_stores_is_refused(bool isEnabled, string store, string? code) =>
        Assert.That(Given.Terminal(isEnabled: isEnabled, store: store).Refuse(Given.Store())?.Code.Code, Is.EqualTo(code));
}
