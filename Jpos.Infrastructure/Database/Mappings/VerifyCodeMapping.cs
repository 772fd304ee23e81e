using Jpos.Domain.VerifyCodes;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class VerifyCodeMapping : IEntityTypeConfiguration<VerifyCode>
{
    public void Configure(EntityTypeBuilder<VerifyCode> builder)
    {
        builder.ToTable("VerifyCodes", table => table.HasCheckConstraint("CK_VerifyCodes_TriesLeft", """ "TriesLeft" >= 0 """));
        builder.HasKey(code => code.Id);
        builder.Property(code => code.Id).ValueGeneratedNever();
        builder.Property(code => code.Hash).HasMaxLength(32);
        builder.HasIndex(code => code.SentAt);
        builder.HasIndex(code => new { code.Mobile, code.SentAt });
        builder.HasIndex(code => new { code.TerminalNumber, code.SentAt });
    }
}
