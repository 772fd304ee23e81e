using Jpos.Domain.Webhooks;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    private const string IsWaiting = """ "State" = 0 """;

    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.HasKey(delivery => delivery.Number);
        builder.Property(delivery => delivery.Number).ValueGeneratedOnAdd();
        builder.Property(delivery => delivery.OrderingKey).HasMaxLength(40).IsUnicode(false);
        builder.Property(delivery => delivery.LastOutcome).HasMaxLength(50).IsUnicode(false);

        // No foreign key: a message that knows of a subscription a little longer than there is one must not fail for it. A sweep removes what it left.
        builder.HasIndex(delivery => new { delivery.SubscriptionId, delivery.State, delivery.Number });

        // What waits is little beside what was delivered: what is due, and the first of a line.
        builder.HasIndex(delivery => new { delivery.SubscriptionId, delivery.NextAttemptAt }).HasFilter(IsWaiting.Trim());
        builder.HasIndex(delivery => new { delivery.SubscriptionId, delivery.OrderingKey, delivery.Number }).HasFilter(IsWaiting.Trim());
        builder.HasIndex(delivery => delivery.DeliveredAt).HasFilter(""" "DeliveredAt" IS NOT NULL """.Trim());
    }
}
