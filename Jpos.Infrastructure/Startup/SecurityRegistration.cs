using Jpos.Domain.Limits;
using Jpos.Infrastructure.Keys;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Security.Pkcs11;
using Jpos.Infrastructure.Security.Software;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Jpos.Infrastructure.Startup;

/// <summary>Registers the key vault by the setting <c>Jpos:Security:Module</c>, and the failure limits by <c>Jpos:Limits</c>.</summary>
internal static class SecurityRegistration
{
    /// <exception cref="InvalidOperationException">The module is unknown, or a limit is negative.</exception>
    public static void AddSecurity(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        switch (configuration["Jpos:Security:Module"] ?? "Software")
        {
            case "Software":
                services.AddSingleton(_ => HostKeyFile.Load(
                    HostKeyPath(configuration, environment), environment.IsDevelopment()));
                services.AddSingleton<IKeyVault, SoftwareVault>();
                break;
            case "Pkcs11":
                var settings = Pkcs11Settings.Read(configuration, environment.ContentRootPath);
                services.AddSingleton<IKeyVault>(_ => Pkcs11Vault.Open(settings, environment.IsDevelopment()));
                break;
            case var unknown:
                throw new SettingException($"Jpos:Security:Module has the invalid value \"{unknown}\". Allowed: Software, Pkcs11.");
        }

        services.AddSingleton<SecurityModule>();
        services.AddSingleton<ISecurityModule>(provider => provider.GetRequiredService<SecurityModule>());
        services.AddSingleton<IKeyManagement, KeyManagement>();
        services.AddSingleton<IPinIssuing, PinIssuing>();
        services.AddSingleton<KeyRewrapping>();
        services.AddHostedService<KeyRewrappingService>();

        var limits = configuration.GetSection("Jpos:Limits").Get<FailureLimits>() ?? new FailureLimits();
        services.AddSingleton(limits is { MostRefusedOfAddress: >= 0, MostRefusedCardsOfTerminal: >= 0, MostWrongPinsOfTerminal: >= 0, MostWrongPinsOfAddress: >= 0 }
            ? limits
            : throw new InvalidOperationException("A limit under Jpos:Limits is below zero. Use 0 for no limit."));
    }

    private static string HostKeyPath(IConfiguration configuration, IHostEnvironment environment) => configuration["Jpos:Security:HostKeyFile"] is { Length: > 0 } file
        ? Path.Combine(environment.ContentRootPath, file)
        : HostSettings.DataFile(configuration, environment, "host.key");
}
