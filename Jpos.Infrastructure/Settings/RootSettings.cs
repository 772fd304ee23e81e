using Jpos.Domain.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;

namespace Jpos.Infrastructure.Settings;

/// <summary>
/// The first words of settings. A JSON file of the host and its command line hold nothing of other programs, so that an unknown one is refused there. The environment does: there, one is refused only if it is like <c>Jpos</c> and what follows is a setting of this host.
/// </summary>
internal static class RootSettings
{
    /// <summary>Those of the framework, which the host leaves to it.</summary>
    private static readonly string[] Known =
    [
        SettingsCheck.Root, "ConnectionStrings", "AllowedHosts", "Logging", "Kestrel", "Urls", "Http_Ports", "Https_Ports", "Https_Port", "Environment", "ContentRoot", "WebRoot", "ApplicationName", "StartupAssembly",
        "DetailedErrors", "CaptureStartupErrors", "ShutdownTimeoutSeconds", "PreferHostingUrls", "SuppressStatusMessages", "HostingStartupAssemblies", "HostingStartupExcludeAssemblies", "PreventHostingStartup",
        "HostBuilder", "ForwardedHeaders_Enabled", "$schema",
    ];

    /// <exception cref="SettingException">A first word is unknown.</exception>
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
