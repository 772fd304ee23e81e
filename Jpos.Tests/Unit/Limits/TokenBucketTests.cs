using Jpos.Domain.Limits;
using Microsoft.Extensions.Time.Testing;

namespace Jpos.Tests.Unit.Limits;

/// <summary>So much at once, and one more each second.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TokenBucketTests
{
    private readonly FakeTimeProvider time = new();

    [Test]
    public void A_bucket_is_spent_after_its_burst_and_has_one_again_after_a_second()
    {
        var bucket = new TokenBucket(2, time);
        bucket.Spend();
        var afterOne = bucket.IsSpent;
        bucket.Spend();
        var afterTwo = bucket.IsSpent;
        time.Advance(TimeSpan.FromMilliseconds(999));
        var almost = bucket.IsSpent;
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That((afterOne, afterTwo, almost, bucket.IsSpent), Is.EqualTo((false, true, true, false)));
    }

    [Test]
    public void A_bucket_never_holds_more_than_its_burst()
    {
        var bucket = new TokenBucket(2, time);
        time.Advance(TimeSpan.FromHours(1));

        bucket.Spend();
        bucket.Spend();

        Assert.That(bucket.IsSpent, Is.True);
    }

    [Test]
    public void Spending_more_than_there_is_costs_no_longer_wait()
    {
        var bucket = new TokenBucket(1, time);
        for (var times = 0; times < 5; times++)
        {
            bucket.Spend();
        }

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(bucket.IsSpent, Is.False);
    }

    [Test]
    public void What_came_back_is_counted_once()
    {
        var bucket = new TokenBucket(3, time);
        bucket.Spend();
        bucket.Spend();
        bucket.Spend();
        time.Advance(TimeSpan.FromSeconds(1));
        bucket.Spend();
        time.Advance(TimeSpan.FromMilliseconds(500));

        Assert.That(bucket.IsSpent, Is.True);
    }
}
