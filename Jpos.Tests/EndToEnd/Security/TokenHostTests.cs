using Jpos.Infrastructure.Keys;
using Jpos.Infrastructure.Security;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Security;

/// <summary>A host whose keys are on a PKCS#11 token: what differs from one with a host key in a file (protocol §9).</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class TokenHostTests : IDisposable
{
    private readonly SoftToken token = SoftToken.Make();

    public void Dispose() => token.Dispose();

    [Test]
    public async Task All_its_keys_are_under_the_token()
    {
        await using var host = await Run();
        await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);

        var kept = await host.InDatabase(async db => (byte[][])
        [
            .. (await db.DataKeys.ToListAsync()).Select(key => key.Wrapped),
            .. (await db.Terminals.Include(terminal => terminal.Keys).ToListAsync())
                .SelectMany(terminal => terminal.Keys.SelectMany(pair => new[] { pair.WrappedPinKey, pair.WrappedMacKey }).Append(terminal.WrappedMasterKey)),
        ]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(kept, Has.Length.GreaterThan(10));
            Assert.That(kept.Select(wrapped => (wrapped[0], wrapped[1])), Is.All.EqualTo(((byte)2, (byte)1)));
        }
    }

    [Test]
    public async Task A_new_version_of_the_host_key_takes_all_keys_over_and_the_terminal_notices_nothing()
    {
        await using var host = await Run();
        var terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        host.Services.GetRequiredService<IKeyVault>().MakeHostKey();

        var moved = await host.Services.GetRequiredService<KeyRewrapping>().Run(default);

        var paid = await terminal.Post("/v1/jpos/trans/consume", Form.Consume(1, points: "10", cash: "0"));
        Assert.That((moved.Done > 10, moved.Left, paid.Status, paid.IsVerified), Is.EqualTo((true, 0, "00", true)));
    }

    [Test]
    public async Task Outside_development_a_token_without_a_host_key_stops_the_start_and_gets_none()
    {
        var thrown = await Assert.CatchAsync(async () => await (await Run(KeyValuePair.Create("environment", "Production"))).DisposeAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown, Is.InstanceOf<InvalidOperationException>().With.Message.Contains("new-host-key"));
            Assert.That(token.OnToken(session => session.FindAllObjects([]).Count), Is.Zero);
        }
    }

    [Test]
    public async Task A_pin_among_the_settings_stops_the_start()
    {
        var thrown = await Assert.CatchAsync(async () => await (await Run(KeyValuePair.Create("Jpos:Security:Pkcs11:Pin", SoftToken.Pin))).DisposeAsync());
        Assert.That(thrown, Is.InstanceOf<Infrastructure.Settings.SettingException>().With.Message.Contains("Pin is not a setting"));
    }

    private Task<JposHost> Run(params KeyValuePair<string, string>[] more) => JposHost.RunOnEmptyDatabase([.. token.HostSettings, .. more], _ => { });
}
