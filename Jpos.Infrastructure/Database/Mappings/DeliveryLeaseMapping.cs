using Jpos.Infrastructure.Database.Rows;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class DeliveryLeaseMapping : IEntityTypeConfiguration<DeliveryLease>
{
    public void Configure(EntityTypeBuilder<DeliveryLease> builder)
    {
        builder.ToTable("WebhookLeases");
        builder.HasKey(lease => lease.SubscriptionId);
        builder.Property(lease => lease.SubscriptionId).ValueGeneratedNever();
        builder.Property(lease => lease.Holder).HasMaxLength(DeliveryLease.LongestHolder).IsUnicode(false);
    }
}
