using Jpos.Domain.Protocol;
using Jpos.Domain.VerifyCodes;

namespace Jpos.Tests.Unit.VerifyCodes;

/// <summary>A code that is given back where it was sent from (protocol §7).</summary>
internal sealed class VerifyCodeTests
{
    private static readonly byte[] Right = [1, 2, 3];
    private static readonly byte[] Wrong = [1, 2, 4];

    [Test]
    public void A_right_code_works_once()
    {
        var code = Code();

        Assert.That((Redeem(code, Right), code.IsUsed, code.TriesLeft, Redeem(code, Right)), Is.EqualTo((true, true, 5, false)));
    }

    [Test]
    public void Four_wrong_tries_leave_a_last_one_and_five_leave_none()
    {
        var code = Code();
        for (var time = 1; time <= 4; time++)
        {
            Assert.That((Redeem(code, Wrong), code.TriesLeft), Is.EqualTo((false, 5 - time)));
        }

        Assert.That((Redeem(code, Wrong), code.TriesLeft, Redeem(code, Right), code.IsUsed, code.TriesLeft), Is.EqualTo((false, 0, false, false, 0)));
    }

    [Test]
    public void The_last_try_may_be_right()
    {
        var code = Code();
        for (var time = 1; time <= 4; time++)
        {
            Redeem(code, Wrong);
        }

        Assert.That(Redeem(code, Right), Is.True);
    }

    [TestCase(-1, true)]
    [TestCase(0, false)]
    public void A_code_is_good_for_five_minutes(int ticks, bool isGood) =>
        Assert.That(Code().TryRedeem(Right, Given.StoreNumber, Given.TerminalNumber, Given.Utc.AddMinutes(5).AddTicks(ticks)), Is.EqualTo(isGood));

    [Test]
    public void Another_place_is_refused_and_costs_no_try()
    {
        var code = Code();

        Assert.That(
            (code.TryRedeem(Right, StoreNumber.Of("7"), Given.TerminalNumber, Given.Utc), code.TryRedeem(Right, Given.StoreNumber, TerminalNumber.Of("7"), Given.Utc), code.TriesLeft),
            Is.EqualTo((false, false, 5)));
    }

    [Test]
    public void A_code_that_another_one_replaced_is_refused()
    {
        var code = Code();

        code.Invalidate();

        Assert.That(Redeem(code, Right), Is.False);
    }

    [Test]
    public void A_code_keeps_to_whom_and_where_it_was_sent()
    {
        var code = Code();

        Assert.That(
            (code.Id, code.Mobile, code.StoreNumber, code.TerminalNumber, code.Hash, code.SentAt, code.SentOn),
            Is.EqualTo((3L, MobileNumber.Of("13800000000"), Given.StoreNumber, Given.TerminalNumber, Right, Given.Utc, Given.Today)));
    }

    private static bool Redeem(VerifyCode code, byte[] hash) => code.TryRedeem(hash, Given.StoreNumber, Given.TerminalNumber, Given.Utc);

    private static VerifyCode Code() => new(3, MobileNumber.Of("13800000000"), Given.StoreNumber, Given.TerminalNumber, Right, Given.Now);
}
