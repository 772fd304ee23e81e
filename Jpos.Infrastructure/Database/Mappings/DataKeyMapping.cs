using Jpos.Infrastructure.Database.Rows;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class DataKeyMapping : IEntityTypeConfiguration<DataKey>
{
    public void Configure(EntityTypeBuilder<DataKey> builder)
    {
        builder.ToTable("DataKeys");
        builder.HasKey(key => key.Use);
        builder.Property(key => key.Use).HasMaxLength(40).IsUnicode(false);
        builder.Property(key => key.Wrapped).HasMaxLength(128);
    }
}
