using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;

namespace Jpos.Infrastructure.Settings;

/// <summary>Settings <c>Jpos:Webhooks</c>: how events are sent.</summary>
[SettingsSection("Jpos:Webhooks")]
internal sealed class WebhookSettings
{
    private const double LeastPollSeconds = 0.1;
    private const double MostPollSeconds = 1;

    private static readonly double[] DefaultPauses = [5, 30, 120, 600, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 24 * 3600];

    /// <summary>Whether events may be sent to this machine and to private networks, and over plain HTTP. It is for development and tests, or for networks that are isolated otherwise.</summary>
    public bool AllowPrivateTargets { get; init; }

    /// <summary>The timeout of an attempt.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>The most ordering keys of one subscription whose deliveries are sent at once.</summary>
    [Range(1, 64)]
    public int Parallel { get; init; } = 8;

    /// <summary>The duration of a delivery lease without renewal. Afterwards another host may take over the subscription.</summary>
    [Range(2, 600)]
    public int LeaseSeconds { get; init; } = 30;

    /// <summary>The days to keep delivered events.</summary>
    [Range(1, 3650)]
    public int KeptDays { get; init; } = 30;

    /// <summary>The pauses after failed attempts. After the last pause and one more failed attempt, a delivery is dead-lettered. Null for the default.</summary>
    public double[]? PausesSeconds { get; init; }

    /// <summary>The interval between searches for events of other hosts and for due retries: one second, or less if a pause is shorter.</summary>
    public TimeSpan PollInterval => TimeSpan.FromSeconds(Math.Clamp((PausesSeconds ?? DefaultPauses).DefaultIfEmpty(MostPollSeconds).Min(), LeastPollSeconds, MostPollSeconds));

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);

    /// <summary>Returns the pause after a number of failed attempts, with jitter so that deliveries that failed together are not retried together. Null if no retry is left.</summary>
    /// <param name="attempts">The number of failed attempts.</param>
    /// <param name="wish">The pause that the receiver requested, or null. It is a minimum, limited by the longest configured pause.</param>
    public TimeSpan? PauseAfter(int attempts, TimeSpan? wish = null)
    {
        var pauses = PausesSeconds ?? DefaultPauses;
        if (attempts > pauses.Length)
        {
            return null;
        }

        var (pause, longest) = (TimeSpan.FromSeconds(pauses[attempts - 1]) * Jitter(10), TimeSpan.FromSeconds(pauses.Max()));
        var wished = wish < longest ? wish.Value : wish is null ? TimeSpan.Zero : longest;
        return wished > pause ? wished : pause;
    }

    /// <summary>Returns a random factor around 1 within a range of hundredths.</summary>
    public static double Jitter(int hundredths) => (100 - hundredths + RandomNumberGenerator.GetInt32((2 * hundredths) + 1)) / 100d;
}
