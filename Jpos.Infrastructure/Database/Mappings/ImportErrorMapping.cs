using Jpos.Domain.Imports;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class ImportErrorMapping : IEntityTypeConfiguration<ImportError>
{
    public void Configure(EntityTypeBuilder<ImportError> builder)
    {
        builder.ToTable("ImportErrors");
        builder.HasKey(fault => new { fault.ImportId, fault.Line });
        builder.Property(fault => fault.Reason).HasMaxLength(ImportError.LongestReason);
        builder.HasOne<Import>().WithMany().HasForeignKey(fault => fault.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
