using System.ComponentModel.DataAnnotations;

namespace Jpos.Infrastructure.Settings;

/// <summary>A setting is unknown or has a value that is not allowed. The message is one line and shows no secret.</summary>
public sealed class SettingException(string message) : ValidationException(message);
