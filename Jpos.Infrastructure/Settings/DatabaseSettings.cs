using System.ComponentModel.DataAnnotations;

namespace Jpos.Infrastructure.Settings;

/// <summary>Settings <c>Jpos:Database</c>.</summary>
[SettingsSection("Jpos:Database")]
public sealed class DatabaseSettings
{
    [AllowedValues("Sqlite", "PostgreSql", "SqlServer")]
    public string? Provider { get; init; }

    /// <summary>Bring the schema up to date at the start.</summary>
    public bool? MigrateOnStart { get; init; }
}
