using Jpos.Domain.Cards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jpos.Infrastructure.Persistence.Mappings;

internal sealed class CardMapping : IEntityTypeConfiguration<Card>
{
    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.ToTable("Cards");
        builder.HasIndex(card => card.Number).IsUnique();
        builder.Property(card => card.PinVerifier).HasMaxLength(64);
        builder.HasOne(card => card.Product).WithMany().HasForeignKey("ProductId").IsRequired().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(card => card.Member).WithMany().HasForeignKey("MemberId").OnDelete(DeleteBehavior.Restrict);

        // What the back office looks for, sorted by number.
        builder.HasIndex(card => new { card.State, card.Number });
        builder.HasIndex("ProductId", nameof(Card.Number));
    }
}

internal sealed class CardProductMapping : IEntityTypeConfiguration<CardProduct>
{
    public void Configure(EntityTypeBuilder<CardProduct> builder)
    {
        builder.ToTable("CardProducts");
        builder.Property(product => product.Name).HasMaxLength(CardProductProfile.LongestName);
    }
}

internal sealed class MemberMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("Members");
        builder.Property(member => member.Name).HasMaxLength(MemberProfile.LongestName);
        builder.Property(member => member.Gender).HasMaxLength(2).IsUnicode(false);
        builder.Property(member => member.IdType).HasMaxLength(2).IsUnicode(false);
        builder.Property(member => member.IdNumber).HasMaxLength(40);
        builder.Property(member => member.MobileNumber).HasMaxLength(20).IsUnicode(false);
        builder.Property(member => member.Address).HasMaxLength(MemberProfile.LongestAddress);
        builder.Property(member => member.Email).HasMaxLength(MemberProfile.LongestEmail);

        // What the back office looks for.
        builder.HasIndex(member => new { member.MobileNumber, member.Id });
        builder.HasIndex(member => new { member.Name, member.Id });

        // What imports of members look for. Cards may have brought the same document twice.
        builder.HasIndex(member => new { member.IdNumber, member.IdType });
    }
}
