using Jpos.Domain.Cards;
using Jpos.Domain.Limits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jpos.Infrastructure.Persistence.Mappings;

internal sealed class AddressFailuresMapping : IEntityTypeConfiguration<AddressFailures>
{
    public void Configure(EntityTypeBuilder<AddressFailures> builder)
    {
        builder.ToTable("AddressFailures");
        builder.HasKey(failures => failures.Address);
        builder.Property(failures => failures.Address).HasMaxLength(45).IsUnicode(false);
        builder.HasIndex(failures => failures.Since);
    }
}

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

internal sealed class PinTransportKeyMapping : IEntityTypeConfiguration<PinTransportKey>
{
    public void Configure(EntityTypeBuilder<PinTransportKey> builder)
    {
        builder.ToTable("PinTransportKeys");
        builder.HasKey(key => key.Name);
        builder.Property(key => key.Name).HasMaxLength(PinTransportKey.LongestName).IsUnicode(false);
        builder.Property(key => key.Wrapped).HasMaxLength(128);
        builder.Property(key => key.CheckValue).HasMaxLength(8).IsUnicode(false);
    }
}

internal sealed class DataKeyMapping : IEntityTypeConfiguration<DataKey>
{
    public void Configure(EntityTypeBuilder<DataKey> builder)
    {
        builder.ToTable("DataKeys");
        builder.HasKey(key => key.Use);
        builder.Property(key => key.Use).HasMaxLength(40).IsUnicode(false);
        builder.Property(key => key.Wrapped).HasMaxLength(128);
    }
}
