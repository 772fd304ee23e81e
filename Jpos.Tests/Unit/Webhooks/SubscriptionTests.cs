using Jpos.Domain.Webhooks;

namespace Jpos.Tests.Unit.Webhooks;

/// <summary>What a subscription signs with while its receiver changes over.</summary>
internal sealed class SubscriptionTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 4, 0, 0, DateTimeKind.Utc);

    [Test]
    public void Two_secrets_sign_for_a_day_and_then_another_may_come()
    {
        var subscription = new Subscription(1, new SubscriptionProfile(new Uri("https://example.com/"), EventTypes.BatchSettled, true, ""), [1], Now);
        Assert.That((subscription.IsChangingOver(Now), subscription.SecretsAt(Now).Count()), Is.EqualTo((false, 1)));

        subscription.ChangeSecret([2], Now);
        var end = Now + Subscription.SecretOverlap;
        Assert.That((subscription.IsChangingOver(end.AddTicks(-1)), subscription.IsChangingOver(end)), Is.EqualTo((true, false)));
        Assert.That(subscription.SecretsAt(end.AddTicks(-1)), Is.EqualTo((byte[][])[[2], [1]]));
        Assert.That(subscription.SecretsAt(end), Is.EqualTo((byte[][])[[2]]));
    }
}
