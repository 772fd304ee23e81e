using Jpos.Domain.Protocol;
using Jpos.Domain.VerifyCodes;

namespace Jpos.Tests.Unit.VerifyCodes;

/// <summary>How often codes may be sent (protocol §7).</summary>
internal sealed class VerifyCodeLimitsTests
{
    [TestCase(null, 4, 9, 29, false)]
    [TestCase(60, 4, 9, 29, false)]
    [TestCase(59, 4, 9, 29, true)]
    [TestCase(null, 5, 9, 29, true)]
    [TestCase(null, 4, 10, 29, true)]
    [TestCase(null, 4, 9, 30, true)]
    public void The_pause_and_the_counts_of_mobile_and_terminal_are_limits(int? secondsSinceLast, int inHour, int today, int ofTerminal, bool isRefused)
    {
        var limits = new VerifyCodeLimits(secondsSinceLast is { } seconds ? Given.Utc.AddSeconds(-seconds) : null, inHour, today, ofTerminal);

        Assert.That(limits.Refuse(Given.Utc)?.Code, Is.EqualTo(isRefused ? ResponseCode.CountOverLimit : null));
    }

    [TestCase(1000, 999, false)]
    [TestCase(1000, 1000, true)]
    [TestCase(1000, 1001, true)]
    [TestCase(0, 5000, false)]
    [TestCase(1, 0, false)]
    [TestCase(1, 1, true)]
    public void The_budget_of_the_host_is_a_limit_unless_it_is_zero(int budget, int sent, bool isRefused) =>
        Assert.That(new TextBudget(budget).Refuse(sent)?.Code, Is.EqualTo(isRefused ? ResponseCode.CountOverLimit : null));

    [TestCase(1000, 799, false)]
    [TestCase(1000, 800, true)]
    [TestCase(1, 1, true)]
    [TestCase(1, 0, false)]
    [TestCase(0, 0, false)]
    [TestCase(int.MaxValue, int.MaxValue, true)]
    public void The_back_office_is_called_at_four_fifths_of_the_budget(int budget, int sent, bool isNearlySpent) =>
        Assert.That(new TextBudget(budget).IsNearlySpent(sent), Is.EqualTo(isNearlySpent));

    [Test]
    public void A_refusal_does_not_tell_which_limit_it_was() =>
        Assert.That(
            (new TextBudget(1).Refuse(1)?.Detail, new VerifyCodeLimits(null, 5, 0, 0).Refuse(Given.Utc)?.Detail),
            Is.EqualTo(("Too many verify codes were requested. Try again later.", "Too many verify codes were requested. Try again later.")));

    [Test]
    public void An_answer_is_kept_as_long_as_its_MAC_is_accepted()
    {
        var stored = new StoredAnswer(Given.TerminalNumber, [1], Given.Utc, ResponseCode.Approved, [2]);

        Assert.That(
            (stored.Terminal, stored.Mac, stored.ExpiresAt, stored.Code, stored.Answer),
            Is.EqualTo((Given.TerminalNumber, new byte[] { 1 }, Given.Utc.AddSeconds(300), ResponseCode.Approved, new byte[] { 2 })));
    }
}
