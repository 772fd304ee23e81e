using Jpos.Domain.Access;
using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jpos.Infrastructure.Persistence.Mappings;

internal sealed class PointAccountMapping : IEntityTypeConfiguration<PointAccount>
{
    public void Configure(EntityTypeBuilder<PointAccount> builder)
    {
        builder.ToTable("PointAccounts");
        builder.HasOne<Card>().WithOne().HasForeignKey<PointAccount>(account => account.CardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(account => account.Lots).WithOne().HasForeignKey(lot => lot.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class LotMapping : IEntityTypeConfiguration<Lot>
{
    public void Configure(EntityTypeBuilder<Lot> builder)
    {
        // Points cannot be overdrawn; only a debt is below zero, and it is never above.
        builder.ToTable("Lots", table => table.HasCheckConstraint(
            "CK_Lots_Remaining", """ ("Kind" = 0 AND "Remaining" >= 0 AND "ExpiresOn" IS NOT NULL) OR ("Kind" = 1 AND "Remaining" <= 0 AND "ExpiresOn" IS NULL) """));
        builder.HasKey(lot => lot.Id);
        builder.Property(lot => lot.Id).ValueGeneratedNever();
        builder.HasOne(lot => lot.EarnedIn).WithMany().HasForeignKey("BatchId").OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(lot => new { lot.AccountId, lot.Remaining });

        // What the back office has to decide on.
        builder.HasIndex(lot => lot.HeldFor).HasFilter(""" "HeldFor" IS NOT NULL """.Trim());

        // What an expiry run looks for.
        builder.HasIndex(lot => new { lot.ExpiresOn, lot.Remaining });
        builder.HasIndex(lot => lot.AccountId).IsUnique().HasFilter(""" "Kind" = 1 """.Trim()).HasDatabaseName("IX_Lots_OneDebt");
    }
}

internal sealed class PointAdjustmentMapping : IEntityTypeConfiguration<PointAdjustment>
{
    public void Configure(EntityTypeBuilder<PointAdjustment> builder)
    {
        builder.ToTable("PointAdjustments", table => table.HasCheckConstraint("CK_PointAdjustments_Points", """ "Points" <> 0 """));
        builder.Property(adjustment => adjustment.Reason).HasMaxLength(200);
        builder.Property(adjustment => adjustment.AskedBy).HasMaxLength(200);
        builder.Property(adjustment => adjustment.Person).HasMaxLength(FourEyes.LongestPerson);
        builder.Property(adjustment => adjustment.DecidedBy).HasMaxLength(200);
        builder.Property(adjustment => adjustment.Decision).HasMaxLength(200);
        builder.HasOne<Card>().WithMany().HasForeignKey(adjustment => adjustment.CardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TransactionJournal>().WithMany().HasForeignKey(adjustment => adjustment.Serial).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(adjustment => new { adjustment.CardId, adjustment.Id });
        builder.HasIndex(adjustment => new { adjustment.State, adjustment.Id });
    }
}
