using Jpos.Domain.Tickets;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class TicketKindMapping : IEntityTypeConfiguration<TicketKind>
{
    public void Configure(EntityTypeBuilder<TicketKind> builder)
    {
        builder.ToTable("TicketKinds");
        builder.Property(kind => kind.Name).HasMaxLength(TicketKindProfile.LongestName);
    }
}
