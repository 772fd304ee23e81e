namespace Jpos.Domain.Webhooks;

/// <summary>The fields of a subscription that the back office sets.</summary>
/// <param name="Url">The address to which events are posted.</param>
/// <param name="Events">The wanted events.</param>
/// <param name="IsEnabled">Whether events are posted. Events while it is disabled are not kept.</param>
/// <param name="Description">A text for people to read.</param>
public sealed record SubscriptionProfile(Uri Url, EventTypes Events, bool IsEnabled, string Description)
{
    public const int LongestUrl = 1000;
    public const int LongestDescription = 200;
}
