using System.ComponentModel.DataAnnotations;
using Jpos.Infrastructure.Settings;

namespace Jpos.Api.Limits;

/// <summary>Settings <c>Jpos:Limits</c>, as far as they are about floods: how many messages a second are taken on average; 0 is any number.</summary>
[SettingsSection("Jpos:Limits")]
internal sealed class RateLimitSettings
{
    private const int Most = 1_000_000;

    /// <summary>From one address: a gateway, or a store with all its terminals. Twice as many may come at once.</summary>
    [Range(0, Most)]
    public int RequestsPerSecondOfAddress { get; init; } = 500;

    /// <summary>From one terminal. Three times as many may come at once: a terminal sends what it held back when its line comes back.</summary>
    [Range(0, Most)]
    public int RequestsPerSecondOfTerminal { get; init; } = 20;

    /// <exception cref="ValidationException">A limit is out of its range.</exception>
    public static RateLimitSettings Read(IConfiguration section)
    {
        var limits = section.Get<RateLimitSettings>() ?? new RateLimitSettings();
        Validator.ValidateObject(limits, new ValidationContext(limits), true);
        return limits;
    }
}
