using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Jpos.Infrastructure.Files;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>The settings under <c>Jpos:Security:Pkcs11</c>: the token that keeps the host key.</summary>
/// <param name="Library">The path of the module's library.</param>
/// <param name="TokenLabel">The label of the token.</param>
/// <param name="PinFile">The file with the token's user PIN, which only the host's user may read. The PIN itself is no setting, because settings are logged, shown and inherited by other processes.</param>
/// <param name="Sessions">The number of concurrent calls to the token.</param>
[SettingsSection("Jpos:Security:Pkcs11")]
internal sealed record Pkcs11Settings(string Library, string TokenLabel, string PinFile, [property: Range(1, 100)] int Sessions)
{
    public const string Section = "Jpos:Security:Pkcs11";

    private const int DefaultSessions = 8;

    /// <param name="configuration">All settings.</param>
    /// <param name="contentRoot">The folder for a relative path of the PIN file.</param>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong.</exception>
    public static Pkcs11Settings Read(IConfiguration configuration, string contentRoot)
    {
        var section = configuration.GetSection(Section);
        if (section["Pin"] is not null)
        {
            throw new InvalidOperationException($"{Section}:Pin is not a setting. Write the PIN to a file with mode 600 and set {Section}:PinFile to its path.");
        }

        var settings = new Pkcs11Settings(
            Required("Library"), Required("TokenLabel"), Path.Combine(contentRoot, Required("PinFile")), section.GetValue("Sessions", DefaultSessions));
        return !File.Exists(settings.Library) ? throw new InvalidOperationException($"{Section}:Library is not an existing file: {settings.Library}.")
            : settings.Sessions is < 1 or > 100 ? throw new InvalidOperationException($"{Section}:Sessions must be from 1 to 100.")
            : settings;

        string Required(string name) => section[name] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"{Section}:{name} is missing. Jpos:Security:Module = Pkcs11 requires it.");
    }

    /// <summary>Reads the PIN, which the caller must wipe.</summary>
    /// <exception cref="InvalidOperationException">The file is missing, empty, or readable by others.</exception>
    public byte[] ReadPin()
    {
        if (!File.Exists(PinFile))
        {
            throw new InvalidOperationException($"{Section}:PinFile is not an existing file: {PinFile}.");
        }

        if (PrivateFile.IsOpenToOthers(PinFile))
        {
            throw new InvalidOperationException($"The file of {Section}:PinFile is accessible to other users. Run chmod 600 on it.");
        }

        var content = File.ReadAllBytes(PinFile);
        try
        {
            var pin = content.AsSpan().TrimEnd("\r\n"u8);
            return pin.IsEmpty ? throw new InvalidOperationException($"The file of {Section}:PinFile is empty.") : pin.ToArray();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }
}
