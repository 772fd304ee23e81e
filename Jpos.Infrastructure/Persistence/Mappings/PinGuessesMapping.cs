using Jpos.Domain.Limits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jpos.Infrastructure.Persistence.Mappings;

internal sealed class PinGuessesMapping : IEntityTypeConfiguration<PinGuesses>
{
    public void Configure(EntityTypeBuilder<PinGuesses> builder)
    {
        builder.ToTable("PinGuesses");
        builder.HasKey(guesses => guesses.Source);
        builder.Property(guesses => guesses.Source).HasMaxLength(PinGuesses.LongestSource).IsUnicode(false);
        builder.HasIndex(guesses => guesses.Since);
    }
}
