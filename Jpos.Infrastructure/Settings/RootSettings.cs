using Jpos.Domain.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;

namespace Jpos.Infrastructure.Settings;

/// <summary>
/// Checks the top-level names of settings. The host's JSON files and command line contain only its own settings, so unknown names are refused. The environment contains other programs' variables. There a name is refused only if it resembles <c>Jpos</c> and is followed by a setting of this host.
/// </summary>
internal static class RootSettings
{
    /// <summary>The names of the framework, which the host does not check.</summary>
    private static readonly string[] Known =
    [
        SettingsCheck.Root, "ConnectionStrings", "AllowedHosts", "Logging", "Kestrel", "Urls", "Http_Ports", "Https_Ports", "Https_Port", "Environment", "ContentRoot", "WebRoot", "ApplicationName", "StartupAssembly",
        "DetailedErrors", "CaptureStartupErrors", "ShutdownTimeoutSeconds", "PreferHostingUrls", "SuppressStatusMessages", "HostingStartupAssemblies", "HostingStartupExcludeAssemblies", "PreventHostingStartup",
        "HostBuilder", "ForwardedHeaders_Enabled", "$schema",
    ];

    /// <exception cref="SettingException">A top-level name is unknown.</exception>
    public static void Check(IConfiguration configuration, IEnumerable<string> settingsOfHost)
    {
        var own = settingsOfHost.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var provider in (configuration as IConfigurationRoot)?.Providers ?? [])
        {
            var isOwn = provider is JsonConfigurationProvider or JsonStreamConfigurationProvider or CommandLineConfigurationProvider;
            foreach (var name in provider.GetChildKeys([], null).Distinct(StringComparer.OrdinalIgnoreCase).Where(name => !Known.Contains(name, StringComparer.OrdinalIgnoreCase)))
            {
                if (isOwn)
                {
                    throw SettingException.Unknown(name, NearestName.Of(name, Known));
                }

                if (NearestName.IsNear(name, SettingsCheck.Root) && provider.GetChildKeys([], name).FirstOrDefault(own.Contains) is { } setting)
                {
                    throw SettingException.Unknown($"{name}:{setting}", $"{SettingsCheck.Root}:{setting}");
                }
            }
        }
    }
}
