using Jpos.Infrastructure.BackOffice;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jpos.Infrastructure.Persistence.Mappings;

internal sealed class KeptResultMapping : IEntityTypeConfiguration<KeptResult>
{
    public void Configure(EntityTypeBuilder<KeptResult> builder)
    {
        builder.ToTable("KeptResults");
        builder.HasKey(kept => new { kept.Caller, kept.Key });
        builder.Property(kept => kept.Caller).HasMaxLength(200);
        builder.Property(kept => kept.Key).HasMaxLength(KeptResult.LongestKey).IsUnicode(false);
        builder.Property(kept => kept.Digest).HasMaxLength(32);
        builder.HasIndex(kept => kept.At);
    }
}
