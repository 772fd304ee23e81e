using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class PointAccountMapping : IEntityTypeConfiguration<PointAccount>
{
    public void Configure(EntityTypeBuilder<PointAccount> builder)
    {
        builder.ToTable("PointAccounts");
        builder.HasOne<Card>().WithOne().HasForeignKey<PointAccount>(account => account.CardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(account => account.Lots).WithOne().HasForeignKey(lot => lot.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
