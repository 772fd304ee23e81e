using Jpos.Domain.Access;
using Jpos.Domain.Accounts;
using Jpos.Domain.Journal;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class PointAdjustmentMapping : IEntityTypeConfiguration<PointAdjustment>
{
    public void Configure(EntityTypeBuilder<PointAdjustment> builder)
    {
        builder.ToTable("PointAdjustments", table => table.HasCheckConstraint("CK_PointAdjustments_Points", """ "Points" <> 0 """));
        builder.Property(adjustment => adjustment.Reason).HasMaxLength(200);
        builder.Property(adjustment => adjustment.RequestedBy).HasMaxLength(200);
        builder.Property(adjustment => adjustment.Person).HasMaxLength(FourEyes.LongestPerson);
        builder.Property(adjustment => adjustment.DecidedBy).HasMaxLength(200);
        builder.Property(adjustment => adjustment.Decision).HasMaxLength(200);
        builder.Property(adjustment => adjustment.Id).ValueGeneratedNever();
        builder.HasOne<PointAccount>().WithMany().HasForeignKey(adjustment => adjustment.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TransactionJournal>().WithMany().HasForeignKey(adjustment => adjustment.Serial).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(adjustment => new { adjustment.AccountId, adjustment.Id });
        builder.HasIndex(adjustment => new { adjustment.State, adjustment.Id });
    }
}
