using Jpos.Domain.Webhooks;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class SubscriptionMapping : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("WebhookSubscriptions");
        builder.Property(subscription => subscription.Id).ValueGeneratedNever();
        builder.Property(subscription => subscription.Url).HasMaxLength(SubscriptionProfile.LongestUrl);
        builder.Property(subscription => subscription.Description).HasMaxLength(SubscriptionProfile.LongestDescription);
        builder.Property(subscription => subscription.WrappedSecret).HasMaxLength(128);
        builder.Property(subscription => subscription.WrappedFormerSecret).HasMaxLength(128);
    }
}
