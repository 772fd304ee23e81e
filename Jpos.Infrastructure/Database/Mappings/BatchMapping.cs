using Jpos.Domain.Batches;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class BatchMapping : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> builder)
    {
        builder.ToTable("Batches", table =>
        {
            table.HasCheckConstraint("CK_Batches_Number", """ "Number" BETWEEN 1 AND 999999 """);
            table.HasCheckConstraint("CK_Batches_Totals", """ "PointDebitCount" >= 0 AND "PointDebitAmount" >= 0 AND "PointCreditCount" >= 0 AND "PointCreditAmount" >= 0 AND "CashDebitAmount" >= 0 AND "CashCreditAmount" >= 0 AND "VoucherDebitAmount" >= 0 AND "VoucherCreditAmount" >= 0 AND "CancelCount" >= 0 AND "RefundCount" >= 0 AND "TicketDebitCount" >= 0 AND "TicketDebitAmount" >= 0 AND "CardActiveCount" >= 0 """);
        });
        builder.HasKey(batch => batch.Id);
        builder.Property(batch => batch.Id).ValueGeneratedNever();
        builder.HasOne<Store>().WithMany().HasForeignKey(batch => batch.StoreNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Terminal>().WithMany().HasForeignKey(batch => batch.TerminalNumber).OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(batch => batch.Totals, totals =>
        {
            totals.Property(figures => figures.PointDebitCount).HasColumnName("PointDebitCount");
            totals.Property(figures => figures.PointDebitAmount).HasColumnName("PointDebitAmount");
            totals.Property(figures => figures.PointCreditCount).HasColumnName("PointCreditCount");
            totals.Property(figures => figures.PointCreditAmount).HasColumnName("PointCreditAmount");
            totals.Property(figures => figures.CashDebitAmount).HasColumnName("CashDebitAmount");
            totals.Property(figures => figures.CashCreditAmount).HasColumnName("CashCreditAmount");
            totals.Property(figures => figures.VoucherDebitAmount).HasColumnName("VoucherDebitAmount");
            totals.Property(figures => figures.VoucherCreditAmount).HasColumnName("VoucherCreditAmount");
            totals.Property(figures => figures.CancelCount).HasColumnName("CancelCount");
            totals.Property(figures => figures.RefundCount).HasColumnName("RefundCount");
            totals.Property(figures => figures.TicketDebitCount).HasColumnName("TicketDebitCount");
            totals.Property(figures => figures.TicketDebitAmount).HasColumnName("TicketDebitAmount");
            totals.Property(figures => figures.CardActiveCount).HasColumnName("CardActiveCount");
        });

        // Serves the search for the latest batch of a terminal with a number (protocol §6), and allows one open batch for each terminal (protocol §8).
        builder.HasIndex(batch => new { batch.TerminalNumber, batch.Number, batch.OpenedAt });
        builder.HasIndex(batch => batch.TerminalNumber).IsUnique().HasFilter(""" "ClosedAt" IS NULL """.Trim());

        // Serves the back office's lists, the newest first.
        builder.HasIndex(batch => new { batch.TerminalNumber, batch.OpenedAt });
        builder.HasIndex(batch => new { batch.StoreNumber, batch.OpenedAt });
        builder.HasIndex(batch => batch.OpenedAt);
        builder.HasIndex(batch => batch.OpenedAt, "IX_Batches_Open").HasFilter(""" "ClosedAt" IS NULL """.Trim());
    }
}
