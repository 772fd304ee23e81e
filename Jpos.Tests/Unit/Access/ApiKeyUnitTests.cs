using Jpos.Domain.Access;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Access;

/// <summary>How long a key lets somebody in, and into what.</summary>
internal sealed class ApiKeyUnitTests
{
    [Test]
    public void A_key_lets_in_until_it_expires()
    {
        var key = Key(Given.Utc.AddDays(1));

        Assert.That((key.IsActive(Given.Utc.AddDays(1).AddTicks(-1)), key.IsActive(Given.Utc.AddDays(1))), Is.EqualTo((true, false)));
    }

    [Test]
    public void A_key_without_an_end_lets_in_until_it_is_revoked()
    {
        var key = Key(null);
        var before = key.IsActive(Given.Utc.AddYears(50));

        key.Revoke(Given.Utc);

        Assert.That((before, key.IsActive(Given.Utc)), Is.EqualTo((true, false)));
    }

    [Test]
    public void Revoking_a_second_time_changes_nothing()
    {
        var key = Key(null);

        key.Revoke(Given.Utc);
        key.Revoke(Given.Utc.AddDays(1));

        Assert.That(key.RevokedAt, Is.EqualTo(Given.Utc));
    }

    [Test]
    public void A_key_keeps_what_it_was_made_with()
    {
        var key = new ApiKey("k1", "Head office", [1, 2], Role.Operator, [], Given.Utc, Given.Utc.AddDays(1), "anna", "k0");

        Assert.That(
            (key.Id, key.Name, key.Hash, key.Role, key.CreatedAt, key.ExpiresAt, key.Person, key.MadeWith, key.Signature),
            Is.EqualTo(("k1", "Head office", new byte[] { 1, 2 }, Role.Operator, Given.Utc, (DateTime?)Given.Utc.AddDays(1), "anna", "k0", "Head office (k1)")));
    }

    [TestCase("", "")]
    [TestCase("7", "7")]
    [TestCase("b a b A 10", "10 A a b")]
    public void A_key_has_each_of_its_stores_once_in_order(string stores, string expected)
    {
        var key = new ApiKey("k1", "Head office", [1], Role.Operator, stores.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(StoreNumber.Of), Given.Utc, null);

        Assert.That(string.Join(' ', key.Stores), Is.EqualTo(expected));
    }

    private static ApiKey Key(DateTime? expiresAt) => new("k1", "Head office", [1], Role.Operator, [], Given.Utc, expiresAt);
}
