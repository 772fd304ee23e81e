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

        // There is no foreign key, because a message that uses a cached, deleted subscription must not fail. The retention job removes such deliveries.
        builder.HasIndex(delivery => new { delivery.SubscriptionId, delivery.State, delivery.Number });

        // Pending deliveries are few compared with delivered ones. The filtered indexes find those that are due, and the first one of an ordering key.
        builder.HasIndex(delivery => new { delivery.SubscriptionId, delivery.NextAttemptAt }).HasFilter(IsWaiting.Trim());
        builder.HasIndex(delivery => new { delivery.SubscriptionId, delivery.OrderingKey, delivery.Number }).HasFilter(IsWaiting.Trim());
        builder.HasIndex(delivery => delivery.DeliveredAt).HasFilter(""" "DeliveredAt" IS NOT NULL """.Trim());
    }
}
