using Jpos.Domain.Accounts;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class PostingMapping : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> builder)
    {
        builder.ToTable("Postings", table => table.HasCheckConstraint("CK_Postings_Amount", """ "Amount" <> 0 """));
        builder.HasKey(posting => new { posting.Transaction, posting.Line });
        builder.Property(posting => posting.Line).ValueGeneratedNever();
        builder.HasOne<Lot>().WithMany().HasForeignKey(posting => posting.LotId).OnDelete(DeleteBehavior.Restrict);
    }
}
