using System.ComponentModel.DataAnnotations;

namespace Jpos.Infrastructure.Settings;

/// <summary>Reports a setting that is unknown or has a value that is not allowed. The message is one line and contains no secret.</summary>
public sealed class SettingException(string message) : ValidationException(message)
{
    /// <summary>Returns the error for an unknown name.</summary>
    /// <param name="path">The name.</param>
    /// <param name="nearest">The known name that is most similar; null if none is.</param>
    internal static SettingException Unknown(string path, string? nearest) => new($"{path} is not a setting.{(nearest is null ? "" : $" Did you mean {nearest}?")} See docs/settings.md.");
}
