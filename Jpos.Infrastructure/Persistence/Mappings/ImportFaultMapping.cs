using Jpos.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jpos.Infrastructure.Persistence.Mappings;

internal sealed class ImportFaultMapping : IEntityTypeConfiguration<ImportFault>
{
    public void Configure(EntityTypeBuilder<ImportFault> builder)
    {
        builder.ToTable("ImportFaults");
        builder.HasKey(fault => new { fault.ImportId, fault.Line });
        builder.Property(fault => fault.Reason).HasMaxLength(ImportFault.LongestReason);
        builder.HasOne<Import>().WithMany().HasForeignKey(fault => fault.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
