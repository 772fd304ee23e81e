using System.Globalization;

namespace Jpos.Application.BackOffice.Cards;

/// <summary>A member. Only the last 4 characters of the document's number are shown, to every caller.</summary>
/// <param name="Id">What they are found by.</param>
/// <param name="Name">The name; empty if unknown.</param>
/// <param name="Grade">The grade, which decides the rate of points.</param>
/// <param name="Gender">The gender: 01 male, 02 female, 00 unknown.</param>
/// <param name="Mobile">The mobile; empty if none.</param>
/// <param name="IdType">The kind of the document, 01 to 07 as on the wire; empty if none.</param>
/// <param name="IdNumber">The document's number, masked except for its end; empty if none.</param>
/// <param name="DocumentMark">A mark that changes with the document, so that a changed number is visible. The number cannot be derived from it. Empty if there is no document.</param>
/// <param name="Address">The postal address.</param>
/// <param name="Email">The email address.</param>
public sealed record MemberView(long Id, string Name, Grade Grade, string Gender, string Mobile, string IdType, string IdNumber, string DocumentMark, string Address, string Email) : IResourceView
{
    private const int Shown = 4;

    /// <param name="member">The member, with an id.</param>
    /// <param name="security">Computes the mark of the document.</param>
    public static MemberView Of(Member member, ISecurityModule security) => new(
        member.Id, member.Name, member.Grade, member.Gender, member.MobileNumber, member.IdType, Mask(member.IdNumber), security.MarkDocument(member), member.Address, member.Email);

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"members/{id}");

    private static string Mask(string number) =>
        number.Length <= Shown ? new string('*', number.Length) : string.Concat(new string('*', number.Length - Shown), number.AsSpan(number.Length - Shown));
}
