namespace Jpos.Infrastructure.Database.Rows;

/// <summary>Which host sends to a subscription. Of several hosts one does at a time, so that nothing is sent twice unless a host was killed, or held up for longer than its lease lasts.</summary>
internal sealed class DeliveryLease
{
    public const int LongestHolder = 32;

    public required long SubscriptionId { get; init; }

    /// <summary>The host that has it, or had it last.</summary>
    public required string Holder { get; init; }

    /// <summary>Until when, UTC.</summary>
    public required DateTime Until { get; init; }
}
