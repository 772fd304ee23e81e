using Jpos.Domain.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class CardProductMapping : IEntityTypeConfiguration<CardProduct>
{
    public void Configure(EntityTypeBuilder<CardProduct> builder)
    {
        builder.ToTable("CardProducts");
        builder.Property(product => product.Name).HasMaxLength(CardProductProfile.LongestName);
    }
}
