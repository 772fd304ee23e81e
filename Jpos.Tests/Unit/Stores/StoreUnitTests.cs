using Jpos.Domain;
using Jpos.Domain.Protocol;
using Jpos.Domain.Stores;

namespace Jpos.Tests.Unit.Stores;

/// <summary>What a store allows, who works there, and what day it is.</summary>
internal sealed class StoreUnitTests
{
    private static readonly OperatorNumber Anna = OperatorNumber.Of("anna");

    [Test]
    public void Only_operators_of_the_store_sign_on_and_none_who_was_removed()
    {
        var store = Given.Store();
        var before = store.RefuseOperator(Anna);
        store.AddOperator(Anna);
        var employed = store.RefuseOperator(Anna);
        var operators = store.Operators.Count;
        store.RemoveOperator(Anna);

        Assert.That(
            (before?.Code, before?.Detail, employed, operators, store.HasOperator(Anna), store.HasOperator(OperatorNumber.Of("01"))),
            Is.EqualTo((ResponseCode.TerminalRefused, "operatorNo is not an operator of this store.", (Decline?)null, 2, false, true)));
    }

    [Test]
    public void A_store_denies_the_operations_that_it_is_told_to()
    {
        var store = Given.Store(denied: Operations.Refund | Operations.Activate);
        var refused = store.RefuseOperation(Operations.Refund);

        Assert.That(
            (refused?.Code, refused?.Detail, store.RefuseOperation(Operations.Consume)),
            Is.EqualTo((ResponseCode.OperationNotAllowed, "This store does not allow the operation.", (Decline?)null)));
    }

    [TestCase("Asia/Shanghai", "2026-03-02T15:59:59Z", "2026-03-02")]
    [TestCase("Asia/Shanghai", "2026-03-02T16:00:00Z", "2026-03-03")]
    [TestCase("America/New_York", "2026-03-02T04:59:59Z", "2026-03-01")]
    [TestCase("UTC", "2026-03-02T23:59:59Z", "2026-03-02")]
    public void The_business_day_is_that_of_the_stores_time_zone(string zone, string instant, string day)
    {
        var store = new Store(Given.StoreNumber, new("示范门店") { TimeZone = zone });

        Assert.That(store.BusinessDay(DateTime.Parse(instant, null, System.Globalization.DateTimeStyles.AdjustToUniversal)), Is.EqualTo(DateOnly.Parse(day, null)));
    }

    [Test]
    public void A_zone_that_the_machine_lacks_is_named_with_its_store()
    {
        var store = new Store(Given.StoreNumber, new("示范门店") { TimeZone = "Asia/Atlantis" });

        Assert.That(() => store.BusinessDay(Given.Utc), Throws.InstanceOf<TimeZoneNotFoundException>().With.Message.Contains("Asia/Atlantis").And.Message.Contains("100000000000001"));
    }

    [Test]
    public void A_store_is_open_in_Shanghai_and_denies_nothing_unless_told_otherwise()
    {
        var store = new Store(Given.StoreNumber, new("示范门店"));

        Assert.That(
            (store.Number, store.Name, store.Advertisement, store.IsOpen, store.TimeZone, store.DeniedOperations),
            Is.EqualTo((Given.StoreNumber, "示范门店", "", true, "Asia/Shanghai", Operations.None)));
    }

    [Test]
    public void What_is_said_of_a_store_replaces_what_was_said_before()
    {
        var store = Given.Store();

        store.Change(new("Second") { Advertisement = "Welcome", IsOpen = false, TimeZone = "UTC", DeniedOperations = Operations.Cancel });

        Assert.That(
            (store.Name, store.Advertisement, store.IsOpen, store.TimeZone, store.DeniedOperations),
            Is.EqualTo(("Second", "Welcome", false, "UTC", Operations.Cancel)));
    }

    [TestCase(499, 1, true)]
    [TestCase(499, 2, false)]
    [TestCase(0, 999, true)]
    [TestCase(0, 1000, false)]
    public void An_advertisement_has_at_most_999_bytes_in_GB2312(int wide, int narrow, bool fits)
    {
        var text = new string('欢', wide) + new string('a', narrow);
        var profile = () => new StoreProfile("Store") { Advertisement = text };

        Assert.That(StoreProfile.FitsReceipt(text), Is.EqualTo(fits));
        Assert.That(() => profile(), fits ? Throws.Nothing : Throws.ArgumentException);
    }
}
