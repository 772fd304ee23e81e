using System.ComponentModel.DataAnnotations;
using Jpos.Infrastructure.Settings;

namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>Settings <c>Jpos:Protocol</c> that affect answers.</summary>
[SettingsSection("Jpos:Protocol")]
internal sealed record ProtocolSettings
{
    /// <summary>The unit of times in answers (<see href="docs/protocol.md#1-transport">protocol §1</see>).</summary>
    public TimeUnit TimeUnit { get; init; } = TimeUnit.Seconds;

    /// <summary>Whether a decline has a detail in English.</summary>
    public bool Detail { get; init; } = true;

    /// <exception cref="ValidationException">The time unit is unknown.</exception>
    public static ProtocolSettings Read(IConfiguration section)
    {
        var options = section.Get<ProtocolSettings>() ?? new ProtocolSettings();
        return Enum.IsDefined(options.TimeUnit) ? options : throw new ValidationException("Jpos:Protocol:TimeUnit has an invalid value. Allowed: Seconds, Milliseconds.");
    }
}
