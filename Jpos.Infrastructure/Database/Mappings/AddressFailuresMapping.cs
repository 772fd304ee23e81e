using Jpos.Domain.Limits;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class AddressFailuresMapping : IEntityTypeConfiguration<AddressFailures>
{
    public void Configure(EntityTypeBuilder<AddressFailures> builder)
    {
        builder.ToTable("AddressFailures");
        builder.HasKey(failures => failures.Address);
        builder.Property(failures => failures.Address).HasMaxLength(45).IsUnicode(false);
        builder.HasIndex(failures => failures.Since);
    }
}
