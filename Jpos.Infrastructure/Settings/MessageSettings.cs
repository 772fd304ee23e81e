using System.ComponentModel.DataAnnotations;

namespace Jpos.Infrastructure.Settings;

/// <summary>Settings <c>Jpos:Protocol</c>, as far as they bound the work on a message.</summary>
[SettingsSection("Jpos:Protocol")]
internal sealed class MessageSettings
{
    public const int DefaultDeadlineSeconds = 20;

    /// <summary>After so many seconds a message that is not committed is rolled back (protocol §3). Gateways give up after 60.</summary>
    [Range(1, 50)]
    public int DeadlineSeconds { get; init; } = DefaultDeadlineSeconds;

    /// <summary>How often a message is decided at most, if others keep changing the rows that it needs.</summary>
    [Range(1, 100)]
    public int Attempts { get; init; } = 10;

    /// <summary>How many messages share a unit of work at most; 1 for none.</summary>
    [Range(1, 256)]
    public int MostMessagesInUnit { get; init; } = 64;
}
