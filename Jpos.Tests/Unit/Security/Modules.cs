using Jpos.Infrastructure.Keys;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Security.Software;
using Jpos.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jpos.Tests.Unit.Security;

/// <summary>Security modules to try things with.</summary>
internal static class Modules
{
    /// <summary>A vault whose host key is in a file.</summary>
    public static SoftwareVault Vault(TemporaryFolder folder, string file = "host.key") => new(HostKeyFile.Load(folder.File(file), true));

    /// <summary>PIN issuing with new keys of keyed hashes.</summary>
    public static PinIssuing PinIssuing(IKeyVault vault) => new(vault, Over(vault));

    /// <summary>A module with new keys of keyed hashes.</summary>
    public static SecurityModule Over(IKeyVault vault)
    {
        var module = new SecurityModule(vault, NullLogger<SecurityModule>.Instance);
        foreach (var use in SecurityModule.HashKeys)
        {
            module.Load(use, vault.MakeHashKey(use));
        }

        return module;
    }
}
