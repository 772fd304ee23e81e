using System.ComponentModel.DataAnnotations;

namespace Jpos.Infrastructure.Settings;

/// <summary>Settings <c>Jpos:Security</c>.</summary>
[SettingsSection("Jpos:Security")]
public sealed class SecuritySettings
{
    [AllowedValues("Software", "Pkcs11")]
    public string? Module { get; init; }

    public string? HostKeyFile { get; init; }
}
