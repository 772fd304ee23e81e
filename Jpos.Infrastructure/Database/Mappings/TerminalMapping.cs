using Jpos.Domain.Access;
using Jpos.Domain.Stores;
using Jpos.Domain.Terminals;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class TerminalMapping : IEntityTypeConfiguration<Terminal>
{
    public void Configure(EntityTypeBuilder<Terminal> builder)
    {
        builder.ToTable("Terminals");
        builder.HasKey(terminal => terminal.Number);
        builder.Property(terminal => terminal.LastAddress).HasMaxLength(45).IsUnicode(false);
        builder.Property(terminal => terminal.WrappedMasterKey).HasMaxLength(128);
        builder.HasOne<Store>().WithMany().HasForeignKey(terminal => terminal.StoreNumber).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(terminal => terminal.Batch).WithMany().HasForeignKey("BatchId").OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(terminal => terminal.PendingMacPolicy, waiting =>
        {
            waiting.Property(request => request.RequestedBy).HasMaxLength(200);
            waiting.Property(request => request.Person).HasMaxLength(FourEyes.LongestPerson);
        });
        builder.HasMany(terminal => terminal.Keys).WithOne().HasForeignKey(keys => keys.TerminalNumber).OnDelete(DeleteBehavior.Cascade);
    }
}
