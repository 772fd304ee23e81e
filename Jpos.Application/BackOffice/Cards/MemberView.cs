using System.Globalization;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>A member, as the back office sees them. The number of their document is hidden but for its last 4 letters, to everybody.</summary>
/// <param name="Id">What they are found by.</param>
/// <param name="Name">Their name; empty if it is not known.</param>
/// <param name="Grade">By which they earn.</param>
/// <param name="Gender">01 male, 02 female, 00 unknown.</param>
/// <param name="Mobile">Their mobile; empty for none.</param>
/// <param name="IdType">The kind of their document, 01 to 07 as on the wire; empty for none.</param>
/// <param name="IdNumber">Its number, hidden but for its end; empty for none.</param>
/// <param name="DocumentMark">Another one for another document, so that a change of what is hidden is seen, though nobody can guess the number by it; empty for none.</param>
/// <param name="Address">Where they live.</param>
/// <param name="Email">Where they get mail.</param>
public sealed record MemberView(long Id, string Name, Grade Grade, string Gender, string Mobile, string IdType, string IdNumber, string DocumentMark, string Address, string Email) : IResourceView
{
    private const int Shown = 4;

    /// <param name="member">The member, who has their id.</param>
    /// <param name="security">Marks their document.</param>
    public static MemberView Of(Member member, ISecurityModule security) => new(
        member.Id, member.Name, member.Grade, member.Gender, member.MobileNumber, member.IdType, Mask(member.IdNumber), security.MarkDocument(member), member.Address, member.Email);

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"members/{id}");

    private static string Mask(string number) =>
        number.Length <= Shown ? new string('*', number.Length) : string.Concat(new string('*', number.Length - Shown), number.AsSpan(number.Length - Shown));
}
