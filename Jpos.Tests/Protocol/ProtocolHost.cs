using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>Hosts for the tests of the protocol: each on a free port, so that many can run at once.</summary>
internal static class ProtocolHost
{
    /// <param name="settings">Settings that differ from the defaults.</param>
    public static Task<JposHost> Run(params IEnumerable<KeyValuePair<string, string>> settings) =>
        JposHost.Run(settings.Append(KeyValuePair.Create("urls", "http://127.0.0.1:0")));

    /// <summary>A host for all operations: its books are to be checked with <see cref="AllBooks.AssertBooks"/>.</summary>
    public static Task<JposHost> RunForAll(params IEnumerable<KeyValuePair<string, string>> settings) =>
        JposHost.Run(settings.Append(KeyValuePair.Create("urls", "http://127.0.0.1:0")), checksBooks: false);

    /// <summary>A host where the first terminal has signed on.</summary>
    public static async Task<JposHost> RunSignedOn(params IEnumerable<KeyValuePair<string, string>> settings)
    {
        var host = await Run(settings);
        await host.SignOn(Form.Terminal);
        return host;
    }

    public static async Task SignOn(this JposHost host, string terminal)
    {
        var answer = await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn(terminal));
        Assert.That(answer.Status, Is.EqualTo("00"), $"sign-on of {terminal}");
    }
}
