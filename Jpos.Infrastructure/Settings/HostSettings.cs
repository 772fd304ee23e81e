using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Jpos.Infrastructure.Settings;

/// <summary>Settings directly under <c>Jpos</c>.</summary>
[SettingsSection("Jpos")]
public sealed class HostSettings
{
    /// <summary>The value of <see cref="Demo"/> that adds demo data outside Development; its keys are public.</summary>
    public const string DemoWithPublicKeys = "true-with-public-keys";

    /// <summary>The folder of files without a setting of their own; null for the default of the environment.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Whether to serve the documentation.</summary>
    public bool? Docs { get; init; }

    /// <summary>Whether to add demo data to an empty database.</summary>
    [AllowedValues(null, "true", "false", DemoWithPublicKeys)]
    public string? Demo { get; init; }

    /// <summary>Returns the path of a file in the data folder: <c>data</c> beside the host in Development, else <c>/var/lib/jpos</c>.</summary>
    internal static string DataFile(IConfiguration configuration, IHostEnvironment environment, string name) => Path.Combine(
        environment.ContentRootPath,
        configuration["Jpos:DataFolder"] is { Length: > 0 } folder ? folder : environment.IsDevelopment() ? "data" : "/var/lib/jpos",
        name);

    /// <summary>Returns whether an empty database gets demo data.</summary>
    /// <exception cref="SettingException">Outside Development, the value does not confirm that the keys are public.</exception>
    internal static bool WantsDemo(IConfiguration configuration, IHostEnvironment environment) => (configuration["Jpos:Demo"]?.ToLowerInvariant(), environment.IsDevelopment()) switch
    {
        (null or "", var isDevelopment) => isDevelopment,
        ("false", _) => false,
        ("true", false) => throw new SettingException(
            $"Jpos:Demo is true outside Development. The keys of the demo terminals are public: anyone can spend points with them. Set Jpos:Demo to false, or to {DemoWithPublicKeys} if this host never serves real members."),
        _ => true,
    };
}
