using Jpos.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jpos.Infrastructure.Persistence.Mappings;

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
