namespace Jpos.Domain.Webhooks;

/// <summary>What somebody says of a subscription.</summary>
/// <param name="Url">Where events are posted.</param>
/// <param name="Events">Which.</param>
/// <param name="IsEnabled">They are posted; events of a time when they are not are not kept.</param>
/// <param name="Description">For people to read.</param>
public sealed record SubscriptionProfile(Uri Url, EventTypes Events, bool IsEnabled, string Description)
{
    public const int LongestUrl = 1000;
    public const int LongestDescription = 200;
}
