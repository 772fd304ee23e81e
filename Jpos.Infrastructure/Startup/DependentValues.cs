using System.Globalization;
using Jpos.Infrastructure.BackOffice;
using Jpos.Infrastructure.Dispatch;
using Jpos.Infrastructure.Maintenance;
using Jpos.Infrastructure.Settings;
using Jpos.Infrastructure.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.Startup;

/// <summary>Settings and constants that depend on each other, which are checked together before the host runs.</summary>
internal sealed record DependentValues
{
    /// <summary>The time after which a gateway gives up a message (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>).</summary>
    private static readonly TimeSpan GatewayPatience = TimeSpan.FromSeconds(60);

    /// <summary>The days that the longest limit may reach back. It counts one day, and a day begins at different instants in different zones.</summary>
    private const int DaysOfLongestLimit = 2;

    public ConnectionPool Pool { get; init; } = ConnectionPool.Unlimited;

    public int BackOfficeAtOnce { get; init; } = new BackOfficeSettings().MostAtOnce;

    public int MostMessagesInUnit { get; init; } = new MessageSettings().MostMessagesInUnit;

    public int ConcurrentUnits { get; init; } = 2;

    public int NumberBlock { get; init; } = NumberSequence.BlockSize;

    public int NumberLowWater { get; init; } = NumberSequence.LowWater;

    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(MessageSettings.DefaultDeadlineSeconds);

    public TimeSpan CommitGrace { get; init; } = QueuedMessage.Grace;

    public TimeSpan CommandPatience { get; init; } = CommandExecutor.Patience;

    public TimeSpan ShutdownTimeout { get; init; } = GatewayPatience;

    /// <summary>The longest duration of all attempts at a text together; null if no webhook sends texts.</summary>
    public TimeSpan? TextAttempts { get; init; }

    public TimeSpan Lease { get; init; } = new WebhookSettings().Lease;

    public TimeSpan LongestRetryPause { get; init; } = TransactionRunner.LongestPause;

    public TimeSpan SubscriptionRefresh { get; init; } = WebhookDispatcher.LongestPause;

    public TimeSpan SubscriptionAge { get; init; } = SubscriptionCache.Lasting;

    public int RetainedDays { get; init; } = RetentionJob.KeptDays;

    /// <summary>Returns the values of a host.</summary>
    public static DependentValues Of(IServiceProvider services)
    {
        var (messages, texts) = (services.GetRequiredService<IOptions<MessageSettings>>().Value, services.GetService<SmsSettings.WebhookOptions>());
        return new DependentValues
        {
            Pool = services.GetRequiredService<ConnectionPool>(),
            BackOfficeAtOnce = services.GetRequiredService<IOptions<BackOfficeSettings>>().Value.MostAtOnce,
            MostMessagesInUnit = messages.MostMessagesInUnit,
            ConcurrentUnits = services.GetRequiredService<DatabaseEngine>().MaxConcurrentUnits,
            Deadline = TimeSpan.FromSeconds(messages.DeadlineSeconds),
            ShutdownTimeout = services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout,
            TextAttempts = texts is null ? null : TimeSpan.FromSeconds(texts.TimeoutSeconds * texts.Attempts),
            Lease = services.GetRequiredService<WebhookSettings>().Lease,
        };
    }

    /// <summary>Checks the values.</summary>
    /// <exception cref="SettingException">Some values contradict each other.</exception>
    public void Check()
    {
        if (Faults().ToList() is { Count: > 0 } faults)
        {
            throw new SettingException(string.Join(' ', faults));
        }
    }

    /// <summary>Returns the contradictions, one or two sentences each.</summary>
    public IEnumerable<string> Faults()
    {
        (bool IsRight, string Fault)[] rules =
        [
            (Pool.Size is null || Pool.Size >= ConnectionBudget.Fewest(BackOfficeAtOnce), Text($"ConnectionStrings:Jpos allows {Pool.Size} connections ({Pool.Setting}), but the host needs at least {ConnectionBudget.Fewest(BackOfficeAtOnce)}, {BackOfficeAtOnce} of them for the back office. Raise {Pool.Setting} or lower Jpos:BackOffice:MostAtOnce.")),
            (NumberLowWater >= NumberSequence.MostOfMessage * MostMessagesInUnit * 2 * ConcurrentUnits, Text($"Jpos:Protocol:MostMessagesInUnit is {MostMessagesInUnit}: that many messages can need more serial numbers than the {NumberLowWater} in reserve. Lower it.")),
            (NumberBlock >= NumberLowWater, Text($"A block of {NumberBlock} serial numbers is smaller than the reserve of {NumberLowWater}.")),
            (Deadline + CommitGrace < GatewayPatience, Text($"Jpos:Protocol:DeadlineSeconds is {Deadline.TotalSeconds}: with {CommitGrace.TotalSeconds} seconds for a commit that has begun, answers come after gateways give up, at {GatewayPatience.TotalSeconds} seconds. Lower it.")),
            (Deadline + CommitGrace <= ShutdownTimeout, Text($"Jpos:Protocol:DeadlineSeconds is {Deadline.TotalSeconds}: a stopping host waits {ShutdownTimeout.TotalSeconds} seconds and would abort messages. Lower it.")),
            (CommandPatience <= ShutdownTimeout, Text($"A command of the back office may take {CommandPatience.TotalSeconds} seconds: a stopping host waits {ShutdownTimeout.TotalSeconds} seconds and would abort it.")),
            (TextAttempts is null || TextAttempts < Deadline, "Jpos:Sms:Webhook: TimeoutSeconds times Attempts must be less than Jpos:Protocol:DeadlineSeconds."),
            (Lease > LongestRetryPause, Text($"Jpos:Webhooks:LeaseSeconds is {Lease.TotalSeconds}: a lease must be longer than the delay before its renewal is retried, {LongestRetryPause.TotalSeconds} seconds.")),
            (SubscriptionRefresh < SubscriptionAge, Text($"Subscriptions are read every {SubscriptionRefresh.TotalSeconds} seconds but expire after {SubscriptionAge.TotalSeconds}: payments would have to read them.")),
            (RetainedDays >= DaysOfLongestLimit, Text($"Counts of limits are kept for {RetainedDays} days, but the longest limit covers {DaysOfLongestLimit} days.")),
        ];
        return rules.Where(rule => !rule.IsRight).Select(rule => rule.Fault);

        static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }
}
