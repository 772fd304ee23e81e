using Jpos.Domain.Terminals;

namespace Jpos.Tests.Unit.Terminals;

/// <summary>Which messages of a terminal may come in (protocol §2 rows 1, 4 and 5).</summary>
internal sealed class RefusalTests
{
    [TestCase(MacPolicy.Off, false, false, null)]
    [TestCase(MacPolicy.Off, false, true, null)]
    [TestCase(MacPolicy.Off, true, true, null)]
    [TestCase(MacPolicy.Optional, false, false, null)]
    [TestCase(MacPolicy.Optional, true, false, null)]
    [TestCase(MacPolicy.Optional, false, true, "77")]
    [TestCase(MacPolicy.Optional, true, true, "A0", Description = "MACs are not verified yet: none is believed")]
    [TestCase(MacPolicy.Required, false, false, "77")]
    [TestCase(MacPolicy.Required, false, true, "77")]
    [TestCase(MacPolicy.Required, true, false, "A0")]
    [TestCase(MacPolicy.Required, true, true, "A0", Description = "MACs are not verified yet: none is believed")]
    public void The_policy_the_session_and_the_mac_decide_row_5(MacPolicy policy, bool isSignedOn, bool isSigned, string? code)
    {
        var terminal = isSignedOn ? Given.SignedOn(new Counter(), policy) : Given.Terminal(policy);

        Assert.That(terminal.RefuseMac(isSigned)?.Code.Code, Is.EqualTo(code));
    }

    [Test]
    public void A_terminal_has_to_sign_unless_told_otherwise() =>
        Assert.That(new Terminal(Given.TerminalNumber, Given.StoreNumber, KeyForm.TripleDes, [1]).MacPolicy, Is.EqualTo(MacPolicy.Required));

    [TestCase(KeyForm.TripleDes, 16, null)]
    [TestCase(KeyForm.TripleDes, 32, "30")]
    [TestCase(KeyForm.Des, 16, null)]
    [TestCase(KeyForm.Des, 32, "30")]
    [TestCase(KeyForm.Aes128, 32, null)]
    [TestCase(KeyForm.Aes128, 16, "30")]
    [TestCase(KeyForm.Sm4, 32, null)]
    [TestCase(KeyForm.Sm4, 16, "30")]
    public void A_pin_block_has_the_length_of_the_terminals_cipher(KeyForm form, int digits, string? code) =>
        Assert.That(Given.Terminal(form: form).RefusePinBlock(Given.Pin(new string('A', digits)))?.Code.Code, Is.EqualTo(code));

    [Test]
    public void No_pin_block_has_no_length() => Assert.That(Given.Terminal().RefusePinBlock(null), Is.Null);

    [TestCase(true, "100000000000001", null)]
    [TestCase(false, "100000000000001", "58")]
    [TestCase(true, "100000000000002", "58")]
    public void A_terminal_that_is_disabled_or_another_stores_is_refused(bool isEnabled, string store, string? code) =>
        Assert.That(Given.Terminal(isEnabled: isEnabled, store: store).Refuse(Given.Store())?.Code.Code, Is.EqualTo(code));
}
