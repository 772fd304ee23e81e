using System.ComponentModel.DataAnnotations;

namespace Jpos.Infrastructure.Settings;

/// <summary>Settings <c>Jpos:Protocol</c> that limit the work on a message.</summary>
[SettingsSection("Jpos:Protocol")]
internal sealed class MessageSettings
{
    public const int DefaultDeadlineSeconds = 20;

    /// <summary>The deadline in seconds. A message that is not committed by then is rolled back (<see href="docs/protocol.md#3-one-message-one-effect">protocol §3</see>). Gateways time out after 60 seconds.</summary>
    [Range(1, 50)]
    public int DeadlineSeconds { get; init; } = DefaultDeadlineSeconds;

    /// <summary>The most attempts of a message that meets conflicts.</summary>
    [Range(1, 100)]
    public int Attempts { get; init; } = 10;

    /// <summary>The most messages that share a unit of work; 1 to share none.</summary>
    [Range(1, 256)]
    public int MostMessagesInUnit { get; init; } = 64;
}
