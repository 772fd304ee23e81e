using Jpos.Domain;
using Jpos.Domain.Alerts;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Alerts;

/// <summary>Who looks into an alert, and how it ends.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class AlertUnitTests
{
    private readonly Alert alert = new(AlertKind.MacRefused, Given.Utc);

    [Test]
    public void An_open_alert_is_taken_once()
    {
        Assert.That((alert.Acknowledge("anna", Given.Utc.AddHours(1)), alert.Acknowledge("ben", Given.Utc.AddHours(2))), Is.EqualTo((true, false)));
        Assert.That((alert.State, alert.Assignee, alert.AcknowledgedAt), Is.EqualTo((AlertState.Acknowledged, "anna", (DateTime?)Given.Utc.AddHours(1))));
    }

    [Test]
    public void A_released_alert_is_open_again_for_somebody_else()
    {
        alert.Acknowledge("anna", Given.Utc);

        Assert.That((alert.Release(), alert.State, alert.Assignee, alert.AcknowledgedAt, alert.Release()), Is.EqualTo((true, AlertState.Open, (string?)null, (DateTime?)null, false)));
        Assert.That(alert.Acknowledge("ben", Given.Utc), Is.True);
    }

    [Test]
    public void An_alert_that_nobody_took_is_not_released()
    {
        Assert.That((alert.Release(), alert.State), Is.EqualTo((false, AlertState.Open)));
    }

    [Test]
    public void Who_took_an_alert_resolves_it_and_nobody_else()
    {
        alert.Acknowledge("anna", Given.Utc);

        Assert.That((alert.Resolve("ben", "mine", Given.Utc), alert.State), Is.EqualTo((false, AlertState.Acknowledged)));
        Assert.That(alert.Resolve("anna", "wrong keys", Given.Utc.AddHours(1)), Is.True);
        Assert.That(
            (alert.State, alert.Assignee, alert.AcknowledgedAt, alert.ResolvedAt, alert.Note),
            Is.EqualTo((AlertState.Resolved, "anna", (DateTime?)Given.Utc, (DateTime?)Given.Utc.AddHours(1), "wrong keys")));
    }

    [Test]
    public void An_open_alert_is_taken_and_resolved_in_one()
    {
        Assert.That(alert.Resolve("ben", "nothing", Given.Utc), Is.True);
        Assert.That((alert.State, alert.Assignee, alert.AcknowledgedAt, alert.ResolvedAt), Is.EqualTo((AlertState.Resolved, "ben", (DateTime?)Given.Utc, (DateTime?)Given.Utc)));
    }

    [Test]
    public void A_resolved_alert_stays_as_it_is()
    {
        alert.Resolve("ben", "nothing", Given.Utc);

        Assert.That((alert.Resolve("ben", "something", Given.Utc.AddDays(1)), alert.Acknowledge("anna", Given.Utc), alert.Release()), Is.EqualTo((false, false, false)));
        Assert.That((alert.State, alert.Note, alert.ResolvedAt), Is.EqualTo((AlertState.Resolved, "nothing", (DateTime?)Given.Utc)));
    }

    [Test]
    public void An_alert_is_about_the_host_a_transaction_a_batch_or_a_terminal()
    {
        var numbers = new Counter(7);
        var batch = Given.Batch(numbers);
        var entry = Given.Entry(numbers, batch: batch);

        Assert.That(
            Subject(alert),
            Is.EqualTo((AlertKind.MacRefused, Given.Utc, (StoreNumber?)null, (SerialNumber?)null, (long?)null, (TerminalNumber?)null)));
        Assert.That(
            Subject(new Alert(AlertKind.Debt, Given.Utc, entry)),
            Is.EqualTo((AlertKind.Debt, Given.Utc, Given.StoreNumber, entry.Serial, (long?)null, (TerminalNumber?)null)));
        Assert.That(
            Subject(new Alert(AlertKind.UnequalBatch, Given.Utc, batch)),
            Is.EqualTo((AlertKind.UnequalBatch, Given.Utc, Given.StoreNumber, (SerialNumber?)null, (long?)7, (TerminalNumber?)null)));
        Assert.That(
            Subject(new Alert(AlertKind.PinGuessing, Given.Utc, Given.Terminal())),
            Is.EqualTo((AlertKind.PinGuessing, Given.Utc, Given.StoreNumber, (SerialNumber?)null, (long?)null, Given.TerminalNumber)));
    }

    private static (AlertKind Kind, DateTime RaisedAt, StoreNumber? Store, SerialNumber? About, long? Batch, TerminalNumber? Terminal) Subject(Alert alert) =>
        (alert.Kind, alert.RaisedAt, alert.Store, alert.About, alert.BatchId, alert.Terminal);
}
