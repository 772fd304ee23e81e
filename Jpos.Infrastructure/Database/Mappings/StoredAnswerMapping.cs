using Jpos.Domain.VerifyCodes;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class StoredAnswerMapping : IEntityTypeConfiguration<StoredAnswer>
{
    public void Configure(EntityTypeBuilder<StoredAnswer> builder)
    {
        builder.ToTable("StoredAnswers");
        builder.HasKey(answered => new { answered.Terminal, answered.Mac });
        builder.Property(answered => answered.Mac).HasMaxLength(StoredAnswer.LongestMac);
        builder.Property(answered => answered.Answer).HasMaxLength(4000);
        builder.HasIndex(answered => answered.ExpiresAt);
    }
}
