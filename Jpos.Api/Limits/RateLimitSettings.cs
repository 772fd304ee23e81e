using System.ComponentModel.DataAnnotations;
using Jpos.Infrastructure.Settings;

namespace Jpos.Api.Limits;

/// <summary>Settings <c>Jpos:Limits</c> for rate limits: the average number of messages a second; 0 for no limit.</summary>
[SettingsSection("Jpos:Limits")]
internal sealed class RateLimitSettings
{
    private const int Most = 1_000_000;

    /// <summary>The limit of one address, which may be a gateway or a store with all its terminals. The burst is twice this number.</summary>
    [Range(0, Most)]
    public int RequestsPerSecondOfAddress { get; init; } = 500;

    /// <summary>The limit of one terminal. The burst is three times this number, because a terminal sends its backlog when its line returns.</summary>
    [Range(0, Most)]
    public int RequestsPerSecondOfTerminal { get; init; } = 20;

    /// <exception cref="ValidationException">A limit is out of range.</exception>
    public static RateLimitSettings Read(IConfiguration section)
    {
        var limits = section.Get<RateLimitSettings>() ?? new RateLimitSettings();
        Validator.ValidateObject(limits, new ValidationContext(limits), true);
        return limits;
    }
}
