using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Jpos.Infrastructure.Files;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>Which token keeps the host key: the settings under <c>Jpos:Security:Pkcs11</c>.</summary>
/// <param name="Library">The path of the module's library.</param>
/// <param name="TokenLabel">The label of the token in it.</param>
/// <param name="PinFile">A file that holds the token's user PIN and that only the host's user can read. The PIN itself is no setting: settings are logged, shown and inherited by other processes.</param>
/// <param name="Sessions">How many calls the token works on at once.</param>
[SettingsSection("Jpos:Security:Pkcs11")]
internal sealed record Pkcs11Settings(string Library, string TokenLabel, string PinFile, [property: Range(1, 100)] int Sessions)
{
    public const string Section = "Jpos:Security:Pkcs11";

    private const int DefaultSessions = 8;

    /// <param name="configuration">All settings.</param>
    /// <param name="contentRoot">Where a relative path of the PIN's file starts.</param>
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

    /// <summary>The PIN, to be wiped.</summary>
    /// <exception cref="InvalidOperationException">The file is missing, empty, or can be read by others.</exception>
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
