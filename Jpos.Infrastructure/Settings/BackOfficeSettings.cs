using System.ComponentModel.DataAnnotations;

namespace Jpos.Infrastructure.Settings;

/// <summary>Settings <c>Jpos:BackOffice</c>.</summary>
[SettingsSection("Jpos:BackOffice")]
internal sealed class BackOfficeSettings
{
    /// <summary>How many requests of the back office are with the database at once; more of them wait.</summary>
    [Range(1, 64)]
    public int MostAtOnce { get; init; } = 4;

    /// <summary>For how many days an adjustment waits for a second person.</summary>
    [Range(1, 365)]
    public int AdjustmentDays { get; init; } = 14;
}
