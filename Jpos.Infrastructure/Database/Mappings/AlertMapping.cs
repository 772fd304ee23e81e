using Jpos.Domain.Alerts;
using Jpos.Domain.Batches;
using Jpos.Domain.Journal;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class AlertMapping : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> builder)
    {
        builder.ToTable("Alerts");
        builder.HasOne<TransactionJournal>().WithMany().HasForeignKey(alert => alert.About).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Terminal>().WithMany().HasForeignKey(alert => alert.Terminal).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Batch>().WithMany().HasForeignKey(alert => alert.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Store>().WithMany().HasForeignKey(alert => alert.Store).OnDelete(DeleteBehavior.Restrict);
        builder.Property(alert => alert.Assignee).HasMaxLength(Alert.LongestName);
        builder.Property(alert => alert.Note).HasMaxLength(Alert.LongestNote);
        builder.HasIndex(alert => new { alert.About, alert.Kind }).IsUnique().HasFilter(""" "About" IS NOT NULL """.Trim());
        builder.HasIndex(alert => new { alert.Terminal, alert.Kind, alert.RaisedAt });
        builder.HasIndex(alert => new { alert.Kind, alert.RaisedAt });
        builder.HasIndex(alert => new { alert.BatchId, alert.Kind }).IsUnique().HasFilter(""" "BatchId" IS NOT NULL """.Trim());

        // Serves the back office's lists, the newest first.
        builder.HasIndex(alert => new { alert.State, alert.Id });
        builder.HasIndex(alert => new { alert.State, alert.Kind, alert.Id });
        builder.HasIndex(alert => new { alert.Store, alert.State, alert.Id });
    }
}
