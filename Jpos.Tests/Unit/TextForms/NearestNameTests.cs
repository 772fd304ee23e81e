using Jpos.Domain.Text;

namespace Jpos.Tests.Unit.TextForms;

/// <summary>What is suggested for a name that is not known.</summary>
internal sealed class NearestNameTests
{
    private static readonly string[] Columns = ["number", "product", "openingBalance", "cardExpiresOn", "member", "sameMemberAs", "name", "grade", "gender", "mobile", "idType", "idNumber", "address", "email"];

    [TestCase("nubmer", "number")]
    [TestCase("card no", "number")]
    [TestCase("CARD_NUMBER", "number")]
    [TestCase("balance", "openingBalance")]
    [TestCase("opening-balance", "openingBalance")]
    [TestCase("expiresOn", "cardExpiresOn")]
    [TestCase("ID No.", "idNumber")]
    [TestCase("mobile phone", "mobile")]
    [TestCase("mobileNo", "mobile")]
    [TestCase("e-mail", "email")]
    [TestCase("productName", "product")]
    public void The_name_that_was_meant_is_suggested(string text, string meant) => Assert.That(NearestName.Of(text, Columns), Is.EqualTo(meant));

    [TestCase("x")]
    [TestCase("")]
    [TestCase("___")]
    [TestCase("quantity")]
    [TestCase("9900000000000010")]
    public void Where_nothing_is_near_nothing_is_suggested(string text) => Assert.That(NearestName.Of(text, Columns), Is.Null);

    [TestCase("Jpso", true)]
    [TestCase("jops", true)]
    [TestCase("JPOSS", true)]
    [TestCase("Postgres", false)]
    [TestCase("Path", false)]
    public void A_slip_of_the_finger_is_near(string text, bool isNear) => Assert.That(NearestName.IsNear(text, "Jpos"), Is.EqualTo(isNear));
}
