using Jpos.Domain.Access;

namespace Jpos.Tests.Unit.Access;

/// <summary>What the audit log keeps of a change.</summary>
internal sealed class AuditEntryTests
{
    [Test]
    public void An_entry_says_who_did_what_to_what_and_what_it_was_before_and_after()
    {
        var entry = new AuditEntry(Given.Utc, "Head office (k1)", "changeStore", "stores/7", "{}", null);

        Assert.That(
            (entry.At, entry.Actor, entry.Action, entry.Subject, entry.Before, entry.After),
            Is.EqualTo((Given.Utc, "Head office (k1)", "changeStore", "stores/7", "{}", (string?)null)));
    }
}
