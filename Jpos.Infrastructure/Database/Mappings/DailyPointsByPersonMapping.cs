using Jpos.Domain.Access;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class DailyPointsByPersonMapping : IEntityTypeConfiguration<DailyPointsByPerson>
{
    public void Configure(EntityTypeBuilder<DailyPointsByPerson> builder)
    {
        builder.ToTable("DailyPointsByPerson");
        builder.HasKey(count => new { count.Person, count.Day });
        builder.Property(count => count.Person).HasMaxLength(FourEyes.LongestPerson);
        builder.HasIndex(count => count.Day);
    }
}
