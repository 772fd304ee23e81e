using Jpos.Domain.Accounts;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class LotMapping : IEntityTypeConfiguration<Lot>
{
    public void Configure(EntityTypeBuilder<Lot> builder)
    {
        // Points cannot be overdrawn. Only a debt is negative, and a debt is never positive.
        builder.ToTable("Lots", table => table.HasCheckConstraint(
            "CK_Lots_Remaining", """ ("Kind" = 0 AND "Remaining" >= 0) OR ("Kind" = 1 AND "Remaining" <= 0 AND "BatchId" = 0 AND "HeldFor" = 0) """));
        builder.HasKey(lot => lot.Id);
        builder.Property(lot => lot.Id).ValueGeneratedNever();
        builder.Ignore(lot => lot.Key);

        // Points of one origin are one lot.
        builder.HasIndex(lot => new { lot.AccountId, lot.ExpiresOn, lot.Store, lot.BatchId, lot.Month, lot.HeldFor, lot.Kind }).IsUnique();

        // Serves balances and spending: past the empty lots, in the order of expiry.
        builder.HasIndex(lot => new { lot.AccountId, lot.IsEmpty, lot.ExpiresOn });
        builder.HasIndex(lot => new { lot.AccountId, lot.PendingUntil });

        // Serves the list of held gifts.
        builder.HasIndex(lot => new { lot.IsHeld, lot.Id });

        // Serves the expiry job.
        builder.HasIndex(lot => new { lot.ExpiresOn, lot.Remaining });
    }
}
