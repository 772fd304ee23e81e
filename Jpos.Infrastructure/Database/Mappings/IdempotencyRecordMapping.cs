using Jpos.Infrastructure.Database.Rows;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class IdempotencyRecordMapping : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("IdempotencyRecords");
        builder.HasKey(kept => new { kept.Caller, kept.Key });
        builder.Property(kept => kept.Caller).HasMaxLength(200);
        builder.Property(kept => kept.Key).HasMaxLength(IdempotencyRecord.LongestKey).IsUnicode(false);
        builder.Property(kept => kept.RequestHash).HasMaxLength(32);
        builder.HasIndex(kept => kept.CreatedAt);
    }
}
