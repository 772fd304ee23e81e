using Jpos.Domain.Programmes;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class CampaignMapping : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("Campaigns");
        builder.Property(campaign => campaign.Name).HasMaxLength(CampaignProfile.LongestName);
        builder.Property(campaign => campaign.Advertisement).HasMaxLength(999);
        builder.Property("StoreNumbers").HasMaxLength(16 * CampaignProfile.MostStores).IsUnicode(false);
        builder.Property("GradeNumbers").HasMaxLength(20).IsUnicode(false);
        builder.Ignore(campaign => campaign.Stores);
        builder.Ignore(campaign => campaign.Grades);
        builder.HasIndex(campaign => campaign.Through);
    }
}
