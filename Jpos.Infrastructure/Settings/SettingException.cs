using System.ComponentModel.DataAnnotations;

namespace Jpos.Infrastructure.Settings;

/// <summary>Reports a setting that is unknown or has a value that is not allowed. The message is one line and contains no secret.</summary>
public sealed class SettingException(string message) : ValidationException(message)
{
    /// <summary>Returns what is said of a name that is none.</summary>
    /// <param name="path">The name.</param>
    /// <param name="nearest">The known name that was most likely meant; null if none is near.</param>
    internal static SettingException Unknown(string path, string? nearest) => new($"{path} is no setting.{(nearest is null ? "" : $" The nearest known name is {nearest}.")} See docs/running.md.");
}
