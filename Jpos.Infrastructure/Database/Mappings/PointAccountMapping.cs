using Jpos.Domain.Accounts;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class PointAccountMapping : IEntityTypeConfiguration<PointAccount>
{
    public void Configure(EntityTypeBuilder<PointAccount> builder)
    {
        builder.ToTable("PointAccounts");
        builder.Ignore(account => account.IsPartlyRead);
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.HasMany(account => account.Lots).WithOne().HasForeignKey(lot => lot.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
