using Jpos.Domain.Webhooks;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class OutboxEventMapping : IEntityTypeConfiguration<OutboxEvent>
{
    public void Configure(EntityTypeBuilder<OutboxEvent> builder)
    {
        builder.ToTable("WebhookOutbox");
        builder.HasKey(one => one.Number);
        builder.Property(one => one.Number).ValueGeneratedOnAdd();
        builder.Property(one => one.OrderingKey).HasMaxLength(40).IsUnicode(false);
        builder.Property(one => one.Subscribers).HasMaxLength(OutboxEvent.LongestSubscribers).IsUnicode(false);
    }
}
