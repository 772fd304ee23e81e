using Jpos.Domain.Cards;

namespace Jpos.Infrastructure.Database.Mappings;

internal sealed class MemberMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("Members");
        builder.Property(member => member.Id).ValueGeneratedNever();
        builder.Property(member => member.Name).HasMaxLength(MemberProfile.LongestName);
        builder.Property(member => member.Gender).HasMaxLength(2).IsUnicode(false);
        builder.Property(member => member.IdType).HasMaxLength(2).IsUnicode(false);
        builder.Property(member => member.IdNumber).HasMaxLength(40);
        builder.Property(member => member.MobileNumber).HasMaxLength(20).IsUnicode(false);
        builder.Property(member => member.Address).HasMaxLength(MemberProfile.LongestAddress);
        builder.Property(member => member.Email).HasMaxLength(MemberProfile.LongestEmail);

        // Serves the back office's lists.
        builder.HasIndex(member => new { member.MobileNumber, member.Id });
        builder.HasIndex(member => new { member.Name, member.Id });

        // Serves imports of members. It is not unique, because activations may have bound the same document to two members.
        builder.HasIndex(member => new { member.IdNumber, member.IdType });
    }
}
