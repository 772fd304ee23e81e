using Jpos.Domain.Batches;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class TransactionJournalMapping : IEntityTypeConfiguration<TransactionJournal>
{
    public void Configure(EntityTypeBuilder<TransactionJournal> builder)
    {
        builder.ToTable("TransactionJournal", table =>
        {
            table.HasCheckConstraint("CK_TransactionJournal_Key", """ ("BatchId" IS NULL AND "Trace" IS NULL) OR ("BatchId" IS NOT NULL AND "Trace" IS NOT NULL AND "Trace" BETWEEN 1 AND 999999) """);
            table.HasCheckConstraint("CK_TransactionJournal_Amounts", """ "PointAmount" >= 0 AND "CashAmount" >= 0 AND "TicketAmount" >= 0 AND "VoucherAmount" >= 0 AND "Used" >= 0 AND "Awarded" >= 0 """);
        });
        builder.Ignore(entry => entry.Batch);
        builder.HasKey(entry => entry.Serial);
        builder.Property(entry => entry.Serial).ValueGeneratedNever();
        builder.Property(entry => entry.MaskedCard).HasMaxLength(19).IsUnicode(false);
        builder.HasOne<Batch>().WithMany().HasForeignKey(entry => entry.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Card>().WithMany().HasForeignKey(entry => entry.CardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TransactionJournal>().WithMany().HasForeignKey(entry => entry.Original).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(entry => entry.Postings).WithOne().HasForeignKey(posting => posting.Transaction).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(entry => entry.TicketMovements).WithOne().HasForeignKey(movement => movement.Transaction).OnDelete(DeleteBehavior.Restrict);

        // One message has one effect: this is the key of protocol §3. The batch implies the store and the terminal.
        builder.HasIndex(entry => new { entry.BatchId, entry.Trace, entry.IsReversal }).IsUnique();
        builder.HasIndex(entry => entry.Root);

        // Serves the back office's lists and the count of an account's payments in a day. Each index makes every payment slower (ADR 20). The last index omits entries that undo nothing.
        builder.HasIndex(entry => new { entry.AccountId, entry.At });
        builder.HasIndex(entry => new { entry.CardId, entry.At });
        builder.HasIndex(entry => new { entry.BatchId, entry.At });
        builder.HasIndex(entry => entry.At);
        builder.HasIndex(entry => entry.Original).HasFilter(""" "Original" IS NOT NULL """.Trim());
    }
}
