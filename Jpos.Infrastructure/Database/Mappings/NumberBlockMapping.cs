namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class NumberBlockMapping : IEntityTypeConfiguration<NumberBlock>
{
    public void Configure(EntityTypeBuilder<NumberBlock> builder)
    {
        builder.ToTable("NumberBlocks");
        builder.Property(block => block.Id).ValueGeneratedNever();
        builder.HasData(new NumberBlock { Id = NumberBlock.TheOne, FirstFree = NumberBlock.FirstNumber });
    }
}
