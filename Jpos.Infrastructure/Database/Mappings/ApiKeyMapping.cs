using Jpos.Domain.Access;

namespace Jpos.Infrastructure.Database.Mappings;

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
