using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Jpos.Domain.Access;
using Jpos.Infrastructure.Webhooks;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Webhooks;

/// <summary>A host that sends events, with the clock of the machine and short pauses; somebody who subscribes; and who is told.</summary>
internal sealed record WebhookHost(JposHost Host, BackOfficeClient Manager, WebhookReceiver Receiver) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Three attempts, and then dead.</summary>
    private static readonly KeyValuePair<string, string>[] Settings =
    [
        new("Jpos:Webhooks:AllowPrivateTargets", "true"),
        new("Jpos:Webhooks:PausesSeconds:0", "0.05"),
        new("Jpos:Webhooks:PausesSeconds:1", "0.1"),
    ];

    /// <param name="database">What it runs on.</param>
    /// <param name="other">Settings that are to be otherwise.</param>
    public static async Task<WebhookHost> Run(TestDatabase database, params IEnumerable<KeyValuePair<string, string>> other)
    {
        var host = await JposHost.RunOn(database, [.. Settings, .. other], services => services.AddSingleton(TimeProvider.System).AddHostedService<WebhookDispatcher>());
        return new WebhookHost(host, await BackOfficeClient.Of(host, Role.Manager), await WebhookReceiver.Open());
    }

    /// <summary>Subscribes to events, to be told at a path.</summary>
    /// <returns>The subscription's address and secret.</returns>
    public async Task<(string Address, string Secret)> Subscribe(string path, params string[] events)
    {
        var made = await Manager.Post("webhooks", new { url = Receiver.Url(path), events });
        Assert.That(made.Status, Is.EqualTo(System.Net.HttpStatusCode.Created), made.Text);
        return ($"webhooks/{made["id"]}", made["secret"]!);
    }

    public async Task<IReadOnlyList<JsonElement>> Deliveries(string address, string state = "") =>
        [.. (await Manager.Get($"{address}/deliveries?limit=200{state}")).Json.GetProperty("items").EnumerateArray()];

    /// <summary>A subscription's deliveries, the oldest first, when none of them waits.</summary>
    public async Task<IReadOnlyList<JsonElement>> Settled(string address)
    {
        await Until(async () => await Host.InDatabase(db => db.Outbox.CountAsync()) == 0 && (await Deliveries(address, "&state=pending")).Count == 0);
        return [.. (await Deliveries(address)).Reverse()];
    }

    /// <summary>What came to a path, when it is so many.</summary>
    public async Task<IReadOnlyList<ReceivedEvent>> Told(string path, int count)
    {
        await Until(() => Task.FromResult(Receiver.At(path).Count >= count));
        return Receiver.At(path);
    }

    /// <summary>Waits for something; in vain, it tells what became of all deliveries.</summary>
    public async Task Until(Func<Task<bool>> isSo)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience)
            {
                Assert.Fail(await All());
            }

            await Task.Delay(20);
        }
    }

    public async Task Pays(Form form, string kind = "trans/consume", string status = "00")
    {
        var answer = await Host.Post($"/v1/jpos/{kind}", form);
        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    private async Task<string> All()
    {
        var text = new StringBuilder();
        foreach (var webhook in (await Manager.Get("webhooks")).Json.GetProperty("items").EnumerateArray())
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{webhook}: {string.Join(", ", await Deliveries($"webhooks/{webhook.GetProperty("id")}"))}");
        }

        return text.ToString();
    }
}
