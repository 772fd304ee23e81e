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

    [Test]
    public void A_receiver_that_is_gone_is_told_nothing_until_somebody_changes_the_subscription()
    {
        var subscription = Made();

        subscription.Disable(Now.AddDays(1));
        var disabled = (subscription.IsEnabled, subscription.DisabledAt);
        subscription.Change(new SubscriptionProfile(new Uri("https://example.org/"), EventTypes.BatchUnequal, true, "second"));

        Assert.That(disabled, Is.EqualTo((false, (DateTime?)Now.AddDays(1))));
        Assert.That(
            (subscription.Url.Host, subscription.Events, subscription.IsEnabled, subscription.Description, subscription.DisabledAt),
            Is.EqualTo(("example.org", EventTypes.BatchUnequal, true, "second", (DateTime?)null)));
    }

    [Test]
    public void A_new_subscription_is_as_it_was_asked_for_and_signs_with_one_secret()
    {
        var subscription = Made();

        Assert.That(
            (subscription.Id, subscription.Url.Host, subscription.Events, subscription.IsEnabled, subscription.Description, subscription.CreatedAt),
            Is.EqualTo((1L, "example.com", EventTypes.BatchSettled, true, "first", Now)));
        Assert.That((subscription.WrappedSecret, subscription.WrappedFormerSecret, subscription.FormerSecretUntil), Is.EqualTo((new byte[] { 1 }, Array.Empty<byte>(), (DateTime?)null)));
    }

    [Test]
    public void Both_secrets_may_be_wrapped_anew()
    {
        var subscription = Made();
        subscription.ChangeSecret([2], Now);

        subscription.ReplaceWrapped([12], [11]);

        Assert.That(subscription.SecretsAt(Now), Is.EqualTo((byte[][])[[12], [11]]));
    }

    private static Subscription Made() => new(1, new SubscriptionProfile(new Uri("https://example.com/"), EventTypes.BatchSettled, true, "first"), [1], Now);
}
