using Jpos.Domain.Accounts;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class LotMapping : IEntityTypeConfiguration<Lot>
{
    public void Configure(EntityTypeBuilder<Lot> builder)
    {
        // Points cannot be overdrawn. Only a debt is negative, and a debt is never positive.
        builder.ToTable("Lots", table => table.HasCheckConstraint(
            "CK_Lots_Remaining", """ ("Kind" = 0 AND "Remaining" >= 0 AND "ExpiresOn" IS NOT NULL) OR ("Kind" = 1 AND "Remaining" <= 0 AND "ExpiresOn" IS NULL) """));
        builder.HasKey(lot => lot.Id);
        builder.Property(lot => lot.Id).ValueGeneratedNever();
        builder.HasOne(lot => lot.EarnedInBatch).WithMany().HasForeignKey("BatchId").OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(lot => new { lot.AccountId, lot.Remaining });

        // Serves the list of held gifts.
        builder.HasIndex(lot => lot.HeldForConsume).HasFilter(""" "HeldForConsume" IS NOT NULL """.Trim());

        // Serves the expiry job.
        builder.HasIndex(lot => new { lot.ExpiresOn, lot.Remaining });
        builder.HasIndex(lot => lot.AccountId).IsUnique().HasFilter(""" "Kind" = 1 """.Trim()).HasDatabaseName("IX_Lots_OneDebt");
    }
}
