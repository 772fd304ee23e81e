using Jpos.Domain.Access;
using Jpos.Infrastructure.BackOffice;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jpos.Infrastructure.Persistence.Mappings;

internal sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.Property(key => key.Id).HasMaxLength(12).IsUnicode(false);
        builder.Property(key => key.Name).HasMaxLength(ApiKey.LongestName);
        builder.Property(key => key.Hash).HasMaxLength(32);
        builder.Property(key => key.MadeWith).HasMaxLength(12).IsUnicode(false);
        builder.Property("StoreNumbers").HasMaxLength(2000).IsUnicode(false);
        builder.Property(key => key.Person).HasMaxLength(FourEyes.LongestPerson);
        builder.Ignore(key => key.Stores);
        builder.Ignore(key => key.Signature);
    }
}

internal sealed class PointsByPersonMapping : IEntityTypeConfiguration<PointsByPerson>
{
    public void Configure(EntityTypeBuilder<PointsByPerson> builder)
    {
        builder.ToTable("PointsByPerson");
        builder.HasKey(count => new { count.Person, count.Day });
        builder.Property(count => count.Person).HasMaxLength(FourEyes.LongestPerson);
        builder.HasIndex(count => count.Day);
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("Audit");
        builder.HasKey(entry => entry.Number);
        builder.Property(entry => entry.Number).ValueGeneratedOnAdd();
        builder.Property(entry => entry.Who).HasMaxLength(200);
        builder.Property(entry => entry.Act).HasMaxLength(50).IsUnicode(false);
        builder.Property(entry => entry.Subject).HasMaxLength(100).IsUnicode(false);
        builder.HasIndex(entry => new { entry.Subject, entry.Number });
    }
}

internal sealed class KeptResultMapping : IEntityTypeConfiguration<KeptResult>
{
    public void Configure(EntityTypeBuilder<KeptResult> builder)
    {
        builder.ToTable("KeptResults");
        builder.HasKey(kept => new { kept.Caller, kept.Key });
        builder.Property(kept => kept.Caller).HasMaxLength(200);
        builder.Property(kept => kept.Key).HasMaxLength(KeptResult.LongestKey).IsUnicode(false);
        builder.Property(kept => kept.Digest).HasMaxLength(32);
        builder.HasIndex(kept => kept.At);
    }
}
