namespace Jpos.Infrastructure.Database.Rows;

/// <summary>The delivery lease of a subscription. One host sends at a time, so that an event is sent twice only if a host is killed or stalls beyond its lease.</summary>
internal sealed class DeliveryLease
{
    public const int LongestHolder = 32;

    public required long SubscriptionId { get; init; }

    /// <summary>The host that holds the lease, or held it last.</summary>
    public required string Holder { get; init; }

    /// <summary>The end of the lease, UTC.</summary>
    public required DateTime Until { get; init; }
}
