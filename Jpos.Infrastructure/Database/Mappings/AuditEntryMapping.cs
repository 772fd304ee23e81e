using Jpos.Domain.Access;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("Audit");
        builder.HasKey(entry => entry.Number);
        builder.Property(entry => entry.Number).ValueGeneratedOnAdd();
        builder.Property(entry => entry.Actor).HasMaxLength(200);
        builder.Property(entry => entry.Action).HasMaxLength(50).IsUnicode(false);
        builder.Property(entry => entry.Subject).HasMaxLength(100).IsUnicode(false);
        builder.HasIndex(entry => new { entry.Subject, entry.Number });
    }
}
