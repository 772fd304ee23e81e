using Jpos.Domain.Tickets;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class TicketMovementMapping : IEntityTypeConfiguration<TicketMovement>
{
    public void Configure(EntityTypeBuilder<TicketMovement> builder)
    {
        builder.ToTable("TicketMovements", table => table.HasCheckConstraint("CK_TicketMovements_Pieces", """ "Pieces" <> 0 """));
        builder.HasKey(movement => new { movement.Transaction, movement.TicketId });
        builder.Property(movement => movement.Transaction).ValueGeneratedNever();
        builder.HasOne<Ticket>().WithMany().HasForeignKey(movement => movement.TicketId).OnDelete(DeleteBehavior.Restrict);
    }
}
