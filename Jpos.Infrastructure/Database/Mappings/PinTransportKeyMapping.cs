using Jpos.Domain.Cards;

namespace Jpos.Infrastructure.Database.Mappings;

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
