using Jpos.Domain.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class TicketKindMapping : IEntityTypeConfiguration<TicketKind>
{
    public void Configure(EntityTypeBuilder<TicketKind> builder)
    {
        builder.ToTable("TicketKinds");
        builder.Property(kind => kind.Name).HasMaxLength(TicketKindProfile.LongestName);
    }
}
