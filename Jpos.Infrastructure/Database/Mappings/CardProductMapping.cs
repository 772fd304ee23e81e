using Jpos.Domain.Cards;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class CardProductMapping : IEntityTypeConfiguration<CardProduct>
{
    public void Configure(EntityTypeBuilder<CardProduct> builder)
    {
        builder.ToTable("CardProducts");
        builder.Property(product => product.Name).HasMaxLength(CardProductProfile.LongestName);
    }
}
