using Jpos.Domain.Imports;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class ImportMapping : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("Imports", table => table.HasCheckConstraint("CK_Imports_Lines", """ "LinesDone" BETWEEN 0 AND "Lines" AND "Accepted" >= 0 AND "Rejected" >= 0 """));
        builder.Property(import => import.Digest).HasMaxLength(Import.DigestBytes);
        builder.Property(import => import.Charset).HasMaxLength(Import.LongestCharset).IsUnicode(false);

        // The same file is the same import, so that sending it again resumes it.
        builder.HasIndex(import => new { import.Digest, import.Kind }).IsUnique();
    }
}
