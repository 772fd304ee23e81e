using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>
/// A host that is lent to one conversation after the other, because starting one takes far longer than most of them. Each finds what a host that has just started would have: the demo data, the clock at its start, no text sent.
/// Disposing of it checks the books and gives it back.
/// </summary>
internal sealed class SharedHost : IAsyncDisposable
{
    private readonly SharedHosts owner;

    private SharedHost(SharedHosts owner, string settings, JposHost host, Texts texts)
    {
        this.owner = owner;
        Settings = settings;
        Host = host;
        Texts = texts;
    }

    public string Settings { get; }

    public JposHost Host { get; }

    public Texts Texts { get; }

    /// <param name="owner">Who takes it back.</param>
    /// <param name="settings">As in <see cref="SharedHosts.Borrow"/>.</param>
    public static async Task<SharedHost> Start(SharedHosts owner, string settings)
    {
        var texts = new Texts();
        var lines = settings.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2));
        var host = await ProtocolHost.Run(lines.Select(line => KeyValuePair.Create(line[0], line[1].Replace("<file>", texts.File, StringComparison.Ordinal))));
        return new SharedHost(owner, settings, host, texts);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            Assert.That(await Host.Faults(), Is.Empty, "the books");
            await Host.Restore();
            Texts.Forget();
        }
        catch
        {
            await Stop();
            throw;
        }

        owner.TakeBack(this);
    }

    public async Task Stop()
    {
        await Host.DisposeAsync();
        Texts.Dispose();
    }
}
