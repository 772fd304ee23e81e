using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jpos.Infrastructure.Persistence.Mappings;

internal sealed class TicketMapping : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("Tickets", table => table.HasCheckConstraint("CK_Tickets_Remaining", """ "Remaining" BETWEEN 0 AND "Issued" """));
        builder.Property(ticket => ticket.Name).HasMaxLength(100);
        builder.HasOne<Card>().WithMany().HasForeignKey(ticket => ticket.CardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<TicketKind>().WithMany().HasForeignKey(ticket => ticket.KindId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TicketKindMapping : IEntityTypeConfiguration<TicketKind>
{
    public void Configure(EntityTypeBuilder<TicketKind> builder)
    {
        builder.ToTable("TicketKinds");
        builder.Property(kind => kind.Name).HasMaxLength(TicketKindProfile.LongestName);
    }
}

internal sealed class TicketMovementMapping : IEntityTypeConfiguration<TicketMovement>
{
    public void Configure(EntityTypeBuilder<TicketMovement> builder)
    {
        builder.ToTable("TicketMovements", table => table.HasCheckConstraint("CK_TicketMovements_Pieces", """ "Pieces" <> 0 """));
        builder.HasKey(movement => new { movement.Transaction, movement.TicketId });
        builder.Property(movement => movement.Transaction).ValueGeneratedNever();
        builder.HasOne(movement => movement.Ticket).WithMany().HasForeignKey(movement => movement.TicketId).OnDelete(DeleteBehavior.Restrict);
    }
}
