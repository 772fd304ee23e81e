using Jpos.Domain.Batches;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class SettlementMapping : IEntityTypeConfiguration<Settlement>
{
    public void Configure(EntityTypeBuilder<Settlement> builder)
    {
        builder.ToTable("Settlements");
        builder.HasKey(settlement => settlement.BatchId);
        builder.HasIndex(settlement => new { settlement.SettledAt, settlement.BatchId });
        builder.Property(settlement => settlement.BatchId).ValueGeneratedNever();
        builder.HasOne<Batch>().WithOne().HasForeignKey<Settlement>(settlement => settlement.BatchId).OnDelete(DeleteBehavior.Restrict);
    }
}
