using Jpos.Domain.Stores;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class StoreOperatorMapping : IEntityTypeConfiguration<StoreOperator>
{
    public void Configure(EntityTypeBuilder<StoreOperator> builder)
    {
        builder.ToTable("StoreOperators");
        builder.HasKey(employed => new { employed.StoreNumber, employed.Number });
    }
}
