using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>Hosts for the tests of the protocol.</summary>
internal static class ProtocolHost
{
    /// <param name="settings">Settings that differ from the defaults.</param>
    public static Task<JposHost> Run(params IEnumerable<KeyValuePair<string, string>> settings) =>
        JposHost.Run(settings, folder: TemporaryFolder.InMemory());

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
