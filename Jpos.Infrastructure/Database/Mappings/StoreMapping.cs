using Jpos.Domain.Stores;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class StoreMapping : IEntityTypeConfiguration<Store>
{
    public void Configure(EntityTypeBuilder<Store> builder)
    {
        builder.ToTable("Stores");
        builder.HasKey(store => store.Number);
        builder.Property(store => store.Name).HasMaxLength(100);
        builder.Property(store => store.Advertisement).HasMaxLength(999);
        builder.Property(store => store.TimeZone).HasMaxLength(64).IsUnicode(false);
        builder.HasIndex(store => new { store.Name, store.Number });
        builder.HasMany(store => store.Operators).WithOne().HasForeignKey(employed => employed.StoreNumber).OnDelete(DeleteBehavior.Cascade);
    }
}
