using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;

namespace Jpos.Infrastructure.Settings;

/// <summary>Settings <c>Jpos:Webhooks</c>: how events go out.</summary>
[SettingsSection("Jpos:Webhooks")]
internal sealed class WebhookSettings
{
    private const double LeastLookSeconds = 0.1;
    private const double MostLookSeconds = 1;

    private static readonly double[] DefaultPauses = [5, 30, 120, 600, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 24 * 3600];

    /// <summary>Events may go to addresses of this machine and of private networks too, and over plain HTTP: for development and tests, or where something else keeps the two apart.</summary>
    public bool AllowPrivateTargets { get; init; }

    /// <summary>How long an attempt may take.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>How many cards' events are on their way to one subscription at once.</summary>
    [Range(1, 64)]
    public int Parallel { get; init; } = 8;

    /// <summary>How long a host has a subscription to itself unless it says that it still works for it; after that another host takes over.</summary>
    [Range(2, 600)]
    public int LeaseSeconds { get; init; } = 30;

    /// <summary>How long what was delivered is kept.</summary>
    [Range(1, 3650)]
    public int KeptDays { get; init; } = 30;

    /// <summary>How long to wait after each failed attempt; after one more it is dead. Null for the default.</summary>
    public double[]? PausesSeconds { get; init; }

    /// <summary>How often to look for events of other hosts, and for what is to be tried again: once a second, or oftener if a pause is shorter.</summary>
    public TimeSpan LookInterval => TimeSpan.FromSeconds(Math.Clamp((PausesSeconds ?? DefaultPauses).DefaultIfEmpty(MostLookSeconds).Min(), LeastLookSeconds, MostLookSeconds));

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);

    /// <summary>How long to wait after so many failed attempts, a little more or less, so that what failed together is not tried again together; null for no more.</summary>
    /// <param name="attempts">How many.</param>
    /// <param name="wish">How long the receiver wants to be left alone: so long at least, but no longer than the longest pause; null if it does not say.</param>
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

    /// <summary>About 1, up to so many hundredths more or less.</summary>
    public static double Jitter(int hundredths) => (100 - hundredths + RandomNumberGenerator.GetInt32((2 * hundredths) + 1)) / 100d;
}
