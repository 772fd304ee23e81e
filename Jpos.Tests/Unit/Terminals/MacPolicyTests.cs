using Jpos.Domain.Keys;
using Jpos.Domain.Terminals;

namespace Jpos.Tests.Unit.Terminals;

/// <summary>A stricter MAC policy holds at once; a weaker one waits for a different person (protocol §9).</summary>
internal sealed class MacPolicyTests
{
    [TestCase(MacPolicy.Required, true, MacPolicy.Optional, true, true)]
    [TestCase(MacPolicy.Required, true, MacPolicy.Optional, false, true)]
    [TestCase(MacPolicy.Required, false, MacPolicy.Off, true, true)]
    [TestCase(MacPolicy.Optional, true, MacPolicy.Off, true, true)]
    [TestCase(MacPolicy.Optional, true, MacPolicy.Optional, false, true)]
    [TestCase(MacPolicy.Optional, false, MacPolicy.Optional, true, false)]
    [TestCase(MacPolicy.Optional, false, MacPolicy.Optional, false, false)]
    [TestCase(MacPolicy.Off, true, MacPolicy.Optional, false, false)]
    [TestCase(MacPolicy.Optional, false, MacPolicy.Required, true, false)]
    [TestCase(MacPolicy.Off, false, MacPolicy.Optional, false, false)]
    [TestCase(MacPolicy.Off, true, MacPolicy.Required, true, false)]
    [TestCase(MacPolicy.Off, true, MacPolicy.Off, true, false)]
    public void A_weaker_policy_waits(MacPolicy now, bool untilNow, MacPolicy wanted, bool untilWanted, bool waits)
    {
        var terminal = Terminal(now, untilNow);

        var isWaiting = Ask(terminal, wanted, untilWanted);

        Assert.That((isWaiting, terminal.PendingMacPolicy is not null), Is.EqualTo((waits, waits)));
        Assert.That((terminal.MacPolicy, terminal.UntilFirstSigned), Is.EqualTo(waits ? (now, untilNow) : (wanted, untilWanted)));
    }

    [Test]
    public void What_was_asked_for_holds_when_it_is_approved()
    {
        var terminal = Terminal(MacPolicy.Required, true);
        Ask(terminal, MacPolicy.Off, true);
        Ask(terminal, MacPolicy.Optional, false);

        terminal.DecideMacPolicy(isApproved: true);

        Assert.That((terminal.MacPolicy, terminal.UntilFirstSigned, terminal.PendingMacPolicy), Is.EqualTo((MacPolicy.Optional, false, (MacPolicyRequest?)null)), "the newest request");
    }

    [Test]
    public void A_stricter_policy_withdraws_what_waits_and_so_does_a_refusal()
    {
        var (stricter, refused) = (Terminal(MacPolicy.Optional, true), Terminal(MacPolicy.Optional, true));
        Ask(stricter, MacPolicy.Off, true);
        Ask(refused, MacPolicy.Off, true);

        Ask(stricter, MacPolicy.Required, true);
        refused.DecideMacPolicy(isApproved: false);

        Assert.That((stricter.PendingMacPolicy, stricter.MacPolicy), Is.EqualTo(((MacPolicyRequest?)null, MacPolicy.Required)));
        Assert.That((refused.PendingMacPolicy, refused.MacPolicy), Is.EqualTo(((MacPolicyRequest?)null, MacPolicy.Optional)));
    }

    [Test]
    public void Nothing_that_waits_cannot_be_decided() => Assert.That(() => Terminal(MacPolicy.Required, true).DecideMacPolicy(isApproved: true), Throws.InvalidOperationException);

    [TestCase(MacPolicy.Optional, true, true, "A0")]
    [TestCase(MacPolicy.Optional, true, false, null)]
    [TestCase(MacPolicy.Optional, false, true, null)]
    [TestCase(MacPolicy.Off, true, true, null)]
    public void Unsigned_messages_are_refused_once_an_optional_terminal_has_signed(MacPolicy policy, bool untilFirstSigned, bool hasSigned, string? code)
    {
        var terminal = Given.SignedOn(new Counter(), policy);
        terminal.RequestMacPolicy(policy, untilFirstSigned, "", "", Given.Utc);
        if (terminal.PendingMacPolicy is not null)
        {
            terminal.DecideMacPolicy(isApproved: true);
        }

        if (hasSigned)
        {
            terminal.MarkSigned();
        }

        terminal.RequiresMac(isSigned: false, null, Given.Utc, out var decline);
        Assert.That(decline?.Code.Code, Is.EqualTo(code));
    }

    private static Terminal Terminal(MacPolicy policy, bool untilFirstSigned) => new(Given.TerminalNumber, Given.StoreNumber, KeyAlgorithm.TripleDes, [1]) { MacPolicy = policy, UntilFirstSigned = untilFirstSigned };

    private static bool Ask(Terminal terminal, MacPolicy policy, bool untilFirstSigned) => terminal.RequestMacPolicy(policy, untilFirstSigned, "somebody", "somebody", Given.Utc);
}
