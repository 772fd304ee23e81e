using Jpos.Domain.Accounts;
using Jpos.Domain.Tickets;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class TicketMapping : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("Tickets", table => table.HasCheckConstraint("CK_Tickets_Remaining", """ "Remaining" BETWEEN 0 AND "Issued" """));
        builder.Property(ticket => ticket.Name).HasMaxLength(100);
        builder.Property(ticket => ticket.Id).ValueGeneratedNever();
        builder.HasOne<PointAccount>().WithMany().HasForeignKey(ticket => ticket.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TicketKind>().WithMany().HasForeignKey(ticket => ticket.KindId).OnDelete(DeleteBehavior.Restrict);
    }
}
