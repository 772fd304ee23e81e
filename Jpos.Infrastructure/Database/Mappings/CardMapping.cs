using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class CardMapping : IEntityTypeConfiguration<Card>
{
    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.ToTable("Cards");
        builder.Property(card => card.Id).ValueGeneratedNever();
        builder.HasOne<PointAccount>().WithMany().HasForeignKey(card => card.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(card => card.Number).IsUnique();
        builder.Property(card => card.PinVerifier).HasMaxLength(64);
        builder.HasOne(card => card.Product).WithMany().HasForeignKey("ProductId").IsRequired().OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(card => card.Member).WithMany().HasForeignKey("MemberId").OnDelete(DeleteBehavior.Restrict);

        // Serves the back office's lists by number.
        builder.HasIndex(card => new { card.State, card.Number });
        builder.HasIndex("ProductId", nameof(Card.Number));
    }
}
