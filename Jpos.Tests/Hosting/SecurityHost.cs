using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.Hosting;

/// <summary>Hosts whose keys are in software, or on a token: the same tests run on both (protocol §9).</summary>
internal static class SecurityHost
{
    public const string Software = "keys in software";
    public const string Token = "keys on a token";

    private static readonly Lazy<Task<Template>> OnToken = new(Template.Make);

    /// <summary>A host with demo data, and with changes to what it is made of; the test is skipped, and says why, where there is no token to be had.</summary>
    public static async Task<JposHost> Run(string module, IEnumerable<KeyValuePair<string, string>> settings, Action<IServiceCollection> services)
    {
        var template = await Of(module);
        return await JposHost.Run([.. template.HostSettings, .. settings], services, folder: TemporaryFolder.InMemory(), template: template.Database);
    }

    /// <summary>As <see cref="Run"/>, but of a host that is lent (<see cref="JposHost.Borrow"/>).</summary>
    public static async Task<JposHost> Borrow(string module)
    {
        var template = await Of(module);
        return await JposHost.Borrow(template.HostSettings, inMemory: true, template: template.Database);
    }

    /// <summary>To be called when all tests are over.</summary>
    public static async Task RemoveTemplate()
    {
        if (OnToken is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await OnToken.Value).DisposeAsync();
        }
    }

    private static async Task<(IEnumerable<KeyValuePair<string, string>> HostSettings, TestDatabase? Database)> Of(string module)
    {
        if (module == Software)
        {
            return ([], null);
        }

        var (token, database) = await OnToken.Value;
        return (token.HostSettings, database);
    }

    /// <summary>A token, and a database with demo data whose keys are under its host key.</summary>
    private sealed record Template(SoftToken Token, TestDatabase Database) : IAsyncDisposable
    {
        public static async Task<Template> Make()
        {
            var token = SoftToken.Make();
            return new Template(token, await TestDatabase.MakeTemplate(Engine.Sqlite, token.HostSettings));
        }

        public async ValueTask DisposeAsync()
        {
            Token.Dispose();
            await Database.DisposeAsync();
        }
    }
}
