using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Cards;

/// <summary>The person a card belongs to.</summary>
internal sealed class MemberUnitTests
{
    [Test]
    public void What_is_not_known_of_a_member_is_empty()
    {
        var member = new Member(1, new("张三", Grade.Gold));

        Assert.That(
            (member.Name, member.Grade, member.Gender, member.IdType, member.IdNumber, member.MobileNumber, member.Address),
            Is.EqualTo(("张三", Grade.Gold, "00", "", "", "", "")));
        Assert.That(member.Email, Is.Empty);
    }

    [Test]
    public void A_document_that_nothing_is_said_of_stays()
    {
        var member = new Member(1, new("张三", Grade.Gold) { Document = new(Type("05"), IdentityNumber.Of("G1")), Mobile = MobileNumber.Of("13800000000") });

        member.Change(new("Li", Grade.Green) { Gender = "02", Address = "Street 1", Email = "li@example.org" });

        Assert.That(
            (member.Name, member.Grade, member.Gender, member.IdType, member.IdNumber, member.MobileNumber, member.Address),
            Is.EqualTo(("Li", Grade.Green, "02", "05", "G1", "", "Street 1")));
        Assert.That(member.Email, Is.EqualTo("li@example.org"));
    }

    [TestCase("05", "G1", false)]
    [TestCase("05", "G2", true)]
    [TestCase("03", "G1", true)]
    [TestCase("03", null, false)]
    public void Another_document_than_the_known_one_contradicts(string type, string? number, bool contradicts)
    {
        var known = new Member(1, new("张三", Grade.Gold) { Document = new(Type("05"), IdentityNumber.Of("G1")) });
        var unknown = new Member(1, new("张三", Grade.Gold));
        var document = number is null ? null : IdentityNumber.Of(number);

        Assert.That((known.Contradicts(Type(type), document), unknown.Contradicts(Type(type), document)), Is.EqualTo((contradicts, false)));
    }

    [Test]
    public void Binding_takes_the_mobile_and_a_document_if_there_is_one()
    {
        var member = new Member(1, new("张三", Grade.Gold));

        member.Bind(MobileNumber.Of("13800000000"), Type("05"), null);
        var first = (member.MobileNumber, member.IdType, member.IdNumber);
        member.Bind(MobileNumber.Of("13900000000"), Type("05"), IdentityNumber.Of("G1"));

        Assert.That((first, (member.MobileNumber, member.IdType, member.IdNumber)), Is.EqualTo((("13800000000", "", ""), ("13900000000", "05", "G1"))));
    }

    [TestCase("01", "11010519491231002X", true)]
    [TestCase("01", "110105194912310021", false)]
    [TestCase("01", "G1", false)]
    [TestCase("05", "G1", true)]
    public void An_identity_card_has_a_citizens_number(string type, string number, bool isSound) =>
        Assert.That(new IdentityDocument(Type(type), IdentityNumber.Of(number)).IsSound, Is.EqualTo(isSound));

    [TestCase("00", true)]
    [TestCase("01", true)]
    [TestCase("02", true)]
    [TestCase("03", false)]
    [TestCase("", false)]
    public void Genders_have_three_codes(string text, bool isGender) => Assert.That(MemberProfile.IsGender(text), Is.EqualTo(isGender));

    [TestCase("", true)]
    [TestCase("li@example.org", true)]
    [TestCase("l@e", true)]
    [TestCase("li", false)]
    [TestCase("@", false)]
    [TestCase("@example.org", false)]
    [TestCase("li@", false)]
    [TestCase("li@@example.org", false)]
    [TestCase("li @example.org", false)]
    public void An_address_has_something_on_both_sides_of_one_at_sign(string text, bool isEmail) => Assert.That(MemberProfile.IsEmail(text), Is.EqualTo(isEmail));

    private static IdentityType Type(string text) => IdentityType.TryParse(text, out var type) ? type : throw new FormatException("Not a type.");
}
