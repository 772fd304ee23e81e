using Jpos.Domain.Limits;

namespace Jpos.Tests.Unit.Limits;

/// <summary>When a limit allows more than before.</summary>
internal sealed class OwnLimitsTests
{
    [TestCase(5, 6, true)]
    [TestCase(5, 5, false)]
    [TestCase(5, 4, false)]
    [TestCase(5, null, true)]
    [TestCase(null, 5, false)]
    [TestCase(null, null, false)]
    public void A_higher_limit_or_none_where_there_was_one_allows_more(int? before, int? after, bool isRaised) =>
        Assert.That(OwnLimits.IsRaised(before, after), Is.EqualTo(isRaised));
}
