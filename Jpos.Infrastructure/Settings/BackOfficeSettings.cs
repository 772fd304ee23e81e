using System.ComponentModel.DataAnnotations;

namespace Jpos.Infrastructure.Settings;

/// <summary>Settings <c>Jpos:BackOffice</c>.</summary>
[SettingsSection("Jpos:BackOffice")]
internal sealed class BackOfficeSettings
{
    /// <summary>The most requests of the back office that use the database at once; further ones wait.</summary>
    [Range(1, 64)]
    public int MostAtOnce { get; init; } = 4;

    /// <summary>The days that an adjustment waits for a second person.</summary>
    [Range(1, 365)]
    public int AdjustmentDays { get; init; } = 14;
}
