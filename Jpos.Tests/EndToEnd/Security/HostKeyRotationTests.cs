using System.Security.Cryptography;
using Jpos.Domain.Access;
using Jpos.Domain.Keys;
using Jpos.Domain.Webhooks;
using Jpos.Infrastructure.Keys;
using Jpos.Infrastructure.Security;
using Jpos.Infrastructure.Security.Software;
using Jpos.Infrastructure.Startup;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jpos.Tests.EndToEnd.Security;

/// <summary>A new host key takes the place of an old one without a message noticing (protocol §9).</summary>
internal sealed class HostKeyRotationTests
{
    private static readonly Form Paid = Form.Consume(1, points: "10", card: Form.PinCard);

    [Test]
    public async Task All_keys_are_put_under_the_new_version_and_the_old_one_can_go()
    {
        await using var host = await JposHost.Run();
        var terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        var before = await terminal.Post("/v1/jpos/trans/consume", Paid.With("password", terminal.PinBlock("123456", Form.PinCard)));
        var vault = host.Services.GetRequiredService<IKeyVault>();

        vault.MakeHostKey();
        var keys = await host.Services.GetRequiredService<KeyRewrapping>().Run(CancellationToken.None);
        var left = await host.Services.GetRequiredService<KeyRewrapping>().Run(CancellationToken.None);

        // 3 keys of keyed hashes, 6 master keys, one pair.
        Assert.That((before.Status, keys, left, string.Join(' ', await Versions(host))), Is.EqualTo(("00", (3 + 6 + 2, 0), (0, 0), "2")));
        await OnlyTheNewVersion(host);
        var replayed = await terminal.Post("/v1/jpos/trans/consume", Paid.With("password", terminal.PinBlock("123456", Form.PinCard)));
        var next = await terminal.Post("/v1/jpos/trans/consume", Form.Consume(2, points: "1", card: Form.PinCard).With("password", terminal.PinBlock("123456", Form.PinCard)));
        Assert.That((replayed.Answer.Text, next.Status, next.IsVerified), Is.EqualTo((before.Answer.Text, "00", true)), "content, PIN and MAC are what they were");
    }

    [Test]
    public async Task Until_then_old_and_new_keys_work_beside_each_other()
    {
        await using var host = await JposHost.Run();
        var old = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        host.Services.GetRequiredService<IKeyVault>().MakeHostKey();
        var fresh = await PosTerminal.SignOn(host, PosTerminal.AesTerminal);

        var answers = new[] { await old.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "1")), await fresh.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "1")) };

        Assert.That(answers.Select(answer => (answer.Status, answer.IsVerified)), Is.All.EqualTo(("00", true)));
        Assert.That(await Versions(host), Is.EquivalentTo(new byte[] { 1, 2 }));
    }

    [Test]
    public async Task In_production_a_command_makes_the_first_version_and_the_next()
    {
        using var folder = new TemporaryFolder();
        foreach (var version in (byte[])[1, 2])
        {
            using var command = HostProcess.Command(folder, HostCommands.NewHostKey, ("ASPNETCORE_ENVIRONMENT", "Production"));
            Assert.That(await command.End(), Is.Zero);
            Assert.That(HostKeyFile.Load(folder.File("host.key"), false).Current, Is.EqualTo(version));
        }
    }

    [Test]
    public async Task A_key_that_does_not_open_holds_up_no_other_and_locks_no_terminal_out()
    {
        await using var host = await JposHost.Run();
        var terminal = await PosTerminal.SignOn(host, PosTerminal.SigningTerminal);
        await terminal.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "1"));
        await host.InDatabase(async db =>
        {
            (await db.Terminals.SelectMany(row => row.Keys).SingleAsync()).ReplaceWrapped([1, 1, .. new byte[40]], [1, 1, .. new byte[40]]);
            await db.SaveChangesAsync();
        });
        host.Services.GetRequiredService<IKeyVault>().MakeHostKey();

        var rewrapped = await host.Services.GetRequiredService<KeyRewrapping>().Run(CancellationToken.None);
        var before = await terminal.Post("/v1/jpos/trans/consume", Form.Consume(2, cash: "1"));
        terminal.TakeKeys(await terminal.CheckIn());
        var after = await terminal.Post("/v1/jpos/trans/consume", Form.Consume(2, cash: "1"));

        Assert.That((rewrapped, before.Status, after.Status), Is.EqualTo(((3 + 6, 2), "A0", "00")));
    }

    [Test]
    public async Task Secrets_of_webhooks_are_put_under_the_new_version_and_stay_what_they_are()
    {
        await using var host = await JposHost.Run();
        var manager = await BackOfficeClient.Of(host, Role.Manager);
        var made = await manager.Post("webhooks", new { url = "https://example.com/", events = new[] { "batch.settled" } });
        var changed = await manager.Post($"webhooks/{made["id"]}/secret", new { });
        var vault = host.Services.GetRequiredService<IKeyVault>();
        vault.MakeHostKey();
        await host.Services.GetRequiredService<KeyRewrapping>().Run(CancellationToken.None);

        var subscription = await host.InDatabase(db => db.Subscriptions.AsNoTracking().SingleAsync());
        Assert.That((subscription.WrappedSecret[1], subscription.WrappedFormerSecret[1]), Is.EqualTo((2, 2)));
        foreach (var (wrapped, secret) in subscription.SecretsAt(host.Time.GetUtcNow().UtcDateTime).Zip([changed["secret"]!, made["secret"]!]))
        {
            using var key = vault.OpenHashKey(wrapped, KeyOwners.WebhookSecret(subscription.Id));
            Assert.That(key.Hash("one"u8), Is.EqualTo(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), "one"u8)));
        }
    }

    [Test]
    public async Task A_transport_key_is_put_under_the_new_version_and_still_opens()
    {
        await using var host = await JposHost.Run();
        var officer = await BackOfficeClient.Of(host, Role.SecurityOfficer);
        await TransportKeys.Load(officer, "mailer", "tripleDes");
        host.Services.GetRequiredService<IKeyVault>().MakeHostKey();
        await host.Services.GetRequiredService<KeyRewrapping>().Run(CancellationToken.None);

        var wrapped = await host.InDatabase(db => db.PinTransportKeys.Select(key => key.Wrapped).SingleAsync());
        var block = Convert.ToHexString(TerminalCrypto.TripleDes.PinBlock(Convert.FromHexString(TransportKeys.Key), "907142", Form.PinCard));
        var set = await officer.Post($"cards/{Form.PinCard}/pin", new { reason = "x", pinBlock = block, transportKey = "mailer" });

        Assert.That((wrapped[1], set.Status), Is.EqualTo(((byte)2, System.Net.HttpStatusCode.OK)), set.Text);
    }

    [Test]
    public async Task A_host_finds_a_version_that_another_host_made()
    {
        using var folder = new TemporaryFolder();
        var first = new SoftwareVault(HostKeyFile.Load(folder.File("host.key"), true));
        var second = new SoftwareVault(HostKeyFile.Load(folder.File("host.key"), false));
        first.MakeHostKey();

        var wrapped = first.Wrap(KeyAlgorithm.Aes128, new byte[16], "TMK 1");
        using var opened = await Task.Run(() => second.Open(KeyAlgorithm.Aes128, wrapped, "TMK 1"));

        Assert.That((opened.Encrypt(new byte[16]).Length, second.CurrentVersion), Is.EqualTo((16, 2)));
    }

    private static Task<List<byte>> Versions(JposHost host) => host.InDatabase(async db =>
    {
        var terminals = await db.Terminals.Include(terminal => terminal.Keys).ToListAsync();
        return terminals.Select(terminal => terminal.WrappedMasterKey)
            .Concat(terminals.SelectMany(terminal => terminal.Keys).SelectMany(pair => new[] { pair.WrappedPinKey, pair.WrappedMacKey }))
            .Concat(await db.DataKeys.Select(key => key.Wrapped).ToListAsync())
            .Select(wrapped => wrapped[1])
            .Distinct()
            .ToList();
    });

    /// <summary>A vault that has nothing but the new version opens every key.</summary>
    private static async Task OnlyTheNewVersion(JposHost host)
    {
        using var folder = new TemporaryFolder();
        var file = host.Services.GetRequiredService<IConfiguration>()["Jpos:Security:HostKeyFile"]!;
        await File.WriteAllTextAsync(folder.File("host.key"), (await File.ReadAllLinesAsync(file))[^1]);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.File("host.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var vault = new SoftwareVault(HostKeyFile.Load(folder.File("host.key"), false));
        using var module = new SecurityModule(vault, NullLogger<SecurityModule>.Instance);
        await host.InDatabase(async db =>
        {
            Assert.That((await db.Terminals.ToListAsync()).Select(new KeyManagement(vault).Opens), Is.All.True);
            foreach (var key in await db.DataKeys.ToListAsync())
            {
                module.Load(key.Use, key.Wrapped);
            }
        });
    }
}
