using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.Hosting;

/// <summary>Hosts whose keys are in software, or on a token: the same tests run on both (protocol §9).</summary>
internal static class SecurityHost
{
    public const string Software = "keys in software";
    public const string Token = "keys on a token";

    private static readonly Lazy<Task<Template>> OnToken = new(Template.Make);

    /// <summary>A host with demo data; the test is skipped, and says why, where there is no token to be had.</summary>
    public static async Task<JposHost> Run(string module, IEnumerable<KeyValuePair<string, string>>? settings = null, Action<IServiceCollection>? services = null)
    {
        settings ??= [];
        if (module == Software)
        {
            return await JposHost.Run(settings, services, folder: TemporaryFolder.InMemory());
        }

        var template = await OnToken.Value;
        return await JposHost.Run([.. template.Token.HostSettings, .. settings], services, before: folder =>
        {
            File.Copy(template.Database, folder.File("jpos.db"), overwrite: true);
            return Task.CompletedTask;
        }, folder: TemporaryFolder.InMemory());
    }

    /// <summary>To be called when all tests are over.</summary>
    public static async Task RemoveTemplate()
    {
        if (OnToken is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            (await OnToken.Value).Dispose();
        }
    }

    /// <summary>A token, and a database with demo data whose keys are under its host key.</summary>
    private sealed class Template(SoftToken token) : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public SoftToken Token => token;

        public string Database => folder.File("template.db");

        public static async Task<Template> Make()
        {
            var template = new Template(SoftToken.Make());
            await using var host = await JposHost.RunOnEmptyDatabase(template.Token.HostSettings, _ => { });
            await host.InDatabase(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {template.Database}"));
            return template;
        }

        public void Dispose()
        {
            token.Dispose();
            folder.Dispose();
        }
    }
}
