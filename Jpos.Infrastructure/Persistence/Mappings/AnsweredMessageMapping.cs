using Jpos.Domain.Verification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jpos.Infrastructure.Persistence.Mappings;

internal sealed class AnsweredMessageMapping : IEntityTypeConfiguration<AnsweredMessage>
{
    public void Configure(EntityTypeBuilder<AnsweredMessage> builder)
    {
        builder.ToTable("AnsweredMessages");
        builder.HasKey(answered => new { answered.Terminal, answered.Mac });
        builder.Property(answered => answered.Mac).HasMaxLength(AnsweredMessage.LongestMac);
        builder.Property(answered => answered.Answer).HasMaxLength(4000);
        builder.HasIndex(answered => answered.KeptUntil);
    }
}
