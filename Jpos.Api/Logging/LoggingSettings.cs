using Jpos.Infrastructure.Settings;

namespace Jpos.Api.Logging;

/// <summary>Settings <c>Jpos:Logging</c>.</summary>
[SettingsSection("Jpos:Logging")]
internal sealed class LoggingSettings
{
    /// <summary>Whether log lines are JSON objects instead of text.</summary>
    public bool Json { get; init; }

    /// <exception cref="InvalidOperationException">A setting is unknown, or not of its type.</exception>
    public static LoggingSettings Read(IConfiguration configuration) =>
        configuration.GetSection("Jpos:Logging").Get<LoggingSettings>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new LoggingSettings();
}
