using Jpos.Application.BackOffice.Requests;
using Jpos.Domain.Access;

namespace Jpos.Tests.Unit.Access;

/// <summary>Who is another person than whom.</summary>
internal sealed class FourEyesTests
{
    [TestCase("alice @ https://id.example", "alice @ https://id.example", false)]
    [TestCase("alice @ https://id.example", "bob @ https://id.example", true)]
    [TestCase("alice @ https://id.example", "Alice @ https://id.example", true, Description = "subjects are compared letter by letter")]
    [TestCase("alice @ https://id.example", "alice @ https://id.example.org", true)]
    public void Two_persons_are_different_if_their_names_are(string asker, string approver, bool areMet)
    {
        var refused = new Caller("whoever", Role.Manager, [], approver).RefuseApprovalOf(asker);

        Assert.That((FourEyes.AreMet(asker, approver), refused?.Failure), Is.EqualTo((areMet, areMet ? (FailureKind?)null : FailureKind.SamePerson)));
    }

    [Test]
    public void A_key_that_was_made_at_the_machine_is_a_person_of_its_own()
    {
        var (first, second) = (Key("1"), Key("2"));

        Assert.That((first.Person, second.Person), Is.EqualTo((first.Signature, second.Signature)));
        Assert.That(FourEyes.AreMet(first.Person, second.Person), Is.True, "even if both have one name");
    }

    [Test]
    public void All_keys_of_a_chain_are_one_person_whoever_of_them_is_revoked()
    {
        var root = Key("1");
        var child = Key("2", root.Person);
        root.Revoke(Given.Utc);
        var grandchild = Key("3", child.Person);

        Assert.That((child.Person, grandchild.Person), Is.EqualTo((root.Signature, root.Signature)));
    }

    [Test]
    public void A_key_that_a_subject_made_is_the_subject() => Assert.That(Key("1", "alice @ https://id.example").Person, Is.EqualTo("alice @ https://id.example"));

    private static ApiKey Key(string id, string? madeBy = null) => new(id, "Head office", [1], Role.Administrator, [], Given.Utc, null, madeBy);
}
