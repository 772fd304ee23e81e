using Jpos.Domain.Terminals;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class WorkingKeysMapping : IEntityTypeConfiguration<WorkingKeys>
{
    public void Configure(EntityTypeBuilder<WorkingKeys> builder)
    {
        builder.ToTable("WorkingKeys");
        builder.HasKey(keys => keys.Number);
        builder.Property(keys => keys.Number).ValueGeneratedNever();
        builder.Property(keys => keys.WrappedPinKey).HasMaxLength(128);
        builder.Property(keys => keys.WrappedMacKey).HasMaxLength(128);
    }
}
