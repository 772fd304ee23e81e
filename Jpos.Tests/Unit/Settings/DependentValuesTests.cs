using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Settings;
using Jpos.Infrastructure.Startup;

namespace Jpos.Tests.Unit.Settings;

/// <summary>Values that depend on each other.</summary>
internal sealed class DependentValuesTests
{
    private static readonly DependentValues Default = new();

    private static IEnumerable<TestCaseData> Wrong()
    {
        yield return Case("a pool that is too small", Default with { Pool = new(18, "Maximum Pool Size") }, "Maximum Pool Size");
        yield return Case("a back office that leaves nothing of the pool", Default with { Pool = new(78, "Max Pool Size"), BackOfficeAtOnce = 64 }, "Max Pool Size");
        yield return Case("units that use up the numbers held ready", Default with { MostMessagesInUnit = 257 }, "MostMessagesInUnit");
        yield return Case("a block below the low water", Default with { NumberBlock = NumberSequence.LowWater - 1 }, "block");
        yield return Case("a deadline after which the gateway is gone", Default with { Deadline = TimeSpan.FromSeconds(57), ShutdownTimeout = TimeSpan.FromSeconds(90) }, "DeadlineSeconds");
        yield return Case("a shutdown shorter than a message", Default with { ShutdownTimeout = TimeSpan.FromSeconds(22) }, "DeadlineSeconds");
        yield return Case("a shutdown shorter than a command", Default with { CommandPatience = TimeSpan.FromSeconds(61) }, "command");
        yield return Case("texts that outlast the deadline", Default with { TextAttempts = TimeSpan.FromSeconds(20) }, "Jpos:Sms:Webhook");
        yield return Case("a lease shorter than a pause", Default with { Lease = TimeSpan.FromSeconds(1) }, "LeaseSeconds");
        yield return Case("subscriptions that are read too seldom", Default with { SubscriptionRefresh = TimeSpan.FromSeconds(2) }, "Subscriptions");
        yield return Case("counts that are removed too early", Default with { RetainedDays = 1 }, "longest limit");
    }

    [Test]
    public void The_defaults_and_the_ends_of_the_ranges_fit_together()
    {
        DependentValues[] all =
        [
            Default,
            Default with { Pool = new(100, "Maximum Pool Size"), BackOfficeAtOnce = 64 },
            Default with { Pool = new(19, "Maximum Pool Size") },
            Default with { MostMessagesInUnit = 256 },
            Default with { Deadline = TimeSpan.FromSeconds(50) },
        ];
        Assert.That(all.SelectMany(values => values.Faults()), Is.Empty);
    }

    [TestCaseSource(nameof(Wrong))]
    public void What_does_not_fit_together_is_refused_in_one_line(DependentValues values, string named)
    {
        var refused = Assert.Throws<SettingException>(values.Check)!;
        Assert.That(values.Faults().ToList(), Has.Count.EqualTo(1));
        Assert.That(refused.Message, Does.Contain(named).And.Not.Contain("\n"));
    }

    private static TestCaseData Case(string name, DependentValues values, string named) => new TestCaseData(values, named).SetArgDisplayNames(name);
}
