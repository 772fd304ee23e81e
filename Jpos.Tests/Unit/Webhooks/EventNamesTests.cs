using Jpos.Domain.Webhooks;

namespace Jpos.Tests.Unit.Webhooks;

/// <summary>What events are called outside, and who is told.</summary>
internal sealed class EventNamesTests
{
    [TestCase(EventTypes.TransactionApproved, "transaction.approved")]
    [TestCase(EventTypes.TransactionReversed, "transaction.reversed")]
    [TestCase(EventTypes.TransactionCancelled, "transaction.cancelled")]
    [TestCase(EventTypes.TransactionRefunded, "transaction.refunded")]
    [TestCase(EventTypes.BatchSettled, "batch.settled")]
    [TestCase(EventTypes.BatchUnequal, "batch.unequal")]
    [TestCase(EventTypes.CardStateChanged, "card.stateChanged")]
    public void Each_type_has_a_name_and_is_found_by_it(EventTypes type, string name) => Assert.That((type.Name(), EventNames.Find(name)), Is.EqualTo((name, (EventTypes?)type)));

    [TestCase("")]
    [TestCase(null)]
    [TestCase("Batch.settled")]
    [TestCase("unreadable")]
    public void Another_name_is_none(string? name) => Assert.That(EventNames.Find(name), Is.Null);

    [Test]
    public void Types_are_named_in_the_order_of_their_values() =>
        Assert.That((EventNames.Of(EventTypes.CardStateChanged | EventTypes.TransactionApproved), EventNames.All.Count), Is.EqualTo((new[] { "transaction.approved", "card.stateChanged" }, 7)));

    [TestCase(EventTypes.BatchSettled | EventTypes.BatchUnequal, EventTypes.BatchUnequal, true)]
    [TestCase(EventTypes.BatchSettled, EventTypes.BatchUnequal, false)]
    [TestCase(EventTypes.None, EventTypes.BatchUnequal, false)]
    [TestCase((EventTypes)(-1), EventTypes.BatchUnequal, false, Description = "a stored set that cannot be read")]
    public void Somebody_is_told_of_what_they_asked_for(EventTypes wanted, EventTypes one, bool isTold) => Assert.That(wanted.Include(one), Is.EqualTo(isTold));

    [Test]
    public void Types_that_cannot_be_read_say_so() => Assert.That((((EventTypes)1024).Name(), EventNames.Of((EventTypes)1025)), Is.EqualTo(("unreadable", new[] { "unreadable" })));
}
