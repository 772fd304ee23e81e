using System.ComponentModel.DataAnnotations;

namespace Jpos.Infrastructure.Settings;

/// <summary>Settings <c>Jpos:Database</c>.</summary>
[SettingsSection("Jpos:Database")]
public sealed class DatabaseSettings
{
    [AllowedValues("Sqlite", "PostgreSql", "SqlServer")]
    public string? Provider { get; init; }

    /// <summary>Whether to apply missing migrations at the start.</summary>
    public bool? MigrateOnStart { get; init; }
}
