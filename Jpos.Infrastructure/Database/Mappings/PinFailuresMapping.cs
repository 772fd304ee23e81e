using Jpos.Domain.Limits;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class PinFailuresMapping : IEntityTypeConfiguration<PinFailures>
{
    public void Configure(EntityTypeBuilder<PinFailures> builder)
    {
        builder.ToTable("PinFailures");
        builder.HasKey(guesses => guesses.Source);
        builder.Property(guesses => guesses.Source).HasMaxLength(PinFailures.LongestSource).IsUnicode(false);
        builder.HasIndex(guesses => guesses.Since);
    }
}
