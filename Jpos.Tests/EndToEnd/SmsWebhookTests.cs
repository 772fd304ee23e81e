using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jpos.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Jpos.Tests.EndToEnd;

/// <summary>Texts go out through a gateway over HTTP, signed, after the code is stored, a bounded number of times (protocol §7).</summary>
internal sealed class SmsWebhookTests
{
    private const string Secret = "a secret for tests";

    private readonly ConcurrentQueue<(byte[] Body, string? Signature)> received = new();
    private WebApplication gateway = null!;
    private Func<int, HttpStatusCode> answers = null!;
    private Func<int, bool> hangs = null!;

    [SetUp]
    public async Task OpenGateway()
    {
        received.Clear();
        answers = _ => HttpStatusCode.OK;
        hangs = _ => false;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        gateway = builder.Build();
        gateway.Urls.Add("http://127.0.0.1:0");
        gateway.MapPost("/sms", async (HttpContext http) =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            received.Enqueue((body.ToArray(), http.Request.Headers["X-Jpos-Signature"]));
            var times = received.Count;
            if (hangs(times))
            {
                // Until the host hangs up.
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            http.Response.StatusCode = (int)answers(times);
            http.Response.Headers.Location = "/elsewhere";
        });
        gateway.Map("/elsewhere", () => "a page that means nothing");
        await gateway.StartAsync();
    }

    [TearDown]
    public async Task CloseGateway() => await gateway.DisposeAsync();

    [Test]
    public async Task A_text_is_posted_as_signed_JSON()
    {
        await using var host = await Run();
        Assert.That((await Send(host)).Status, Is.EqualTo("00"));

        var (body, signature) = received.Single();
        using var json = JsonDocument.Parse(body);
        Assert.That(json.RootElement.GetProperty("mobileNo").GetString(), Is.EqualTo("13800000001"));
        Assert.That(json.RootElement.GetProperty("text").GetString(), Does.Match("[0-9]{6}"));
        Assert.That(json.RootElement.GetProperty("sentAt").GetInt64(), Is.EqualTo(JposHost.Start.ToUnixTimeSeconds()));
        Assert.That(signature, Is.EqualTo(Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body))));
    }

    [Test]
    public async Task A_gateway_that_fails_once_is_tried_again()
    {
        answers = times => times == 1 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Accepted;
        await using var host = await Run();
        Assert.That(((await Send(host)).Status, received.Count), Is.EqualTo(("00", 2)));
    }

    [TestCase(null, 2)]
    [TestCase(1, 1)]
    [TestCase(3, 3)]
    public async Task A_gateway_that_keeps_failing_is_92_after_so_many_attempts(int? setting, int attempts)
    {
        answers = _ => HttpStatusCode.InternalServerError;
        await using var host = await Run(("Attempts", setting?.ToString(CultureInfo.InvariantCulture)));
        Assert.That(((await Send(host)).Status, received.Count), Is.EqualTo(("92", attempts)));
        Assert.That(received.Select(text => (Convert.ToHexString(text.Body), text.Signature)).Distinct().Count(), Is.EqualTo(1), "each attempt is the same text");
    }

    [Test]
    public async Task A_gateway_that_does_not_answer_is_given_up_and_tried_again()
    {
        hangs = times => times == 1;
        await using var host = await Run(("TimeoutSeconds", "1"));
        Assert.That(((await Send(host)).Status, received.Count), Is.EqualTo(("00", 2)));
    }

    [Test]
    public async Task A_gateway_that_never_answers_is_92()
    {
        hangs = _ => true;
        await using var host = await Run(("TimeoutSeconds", "1"), ("Attempts", "1"));
        Assert.That(((await Send(host)).Status, received.Count), Is.EqualTo(("92", 1)));
    }

    [Test]
    public async Task A_gateway_that_sends_the_text_elsewhere_has_not_taken_it([Values(HttpStatusCode.Found, HttpStatusCode.TemporaryRedirect)] HttpStatusCode redirect)
    {
        answers = _ => redirect;
        await using var host = await Run();
        Assert.That(((await Send(host)).Status, received.Count), Is.EqualTo(("92", 2)));
    }

    [Test]
    public async Task A_code_whose_text_was_not_taken_counts_all_the_same()
    {
        answers = _ => HttpStatusCode.ServiceUnavailable;
        await using var host = await Run();
        Assert.That((await Send(host)).Status, Is.EqualTo("92"));
        Assert.That(((await Send(host)).Status, received.Count), Is.EqualTo(("65", 2)), "the gateway is not asked again");

        for (var code = 2; code <= 5; code++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(60));
            Assert.That((await Send(host)).Status, Is.EqualTo("92"));
        }

        answers = _ => HttpStatusCode.OK;
        host.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.That((await Send(host)).Status, Is.EqualTo("65"), "five in an hour");
        host.Time.Advance(TimeSpan.FromHours(1));
        Assert.That((await Send(host)).Status, Is.EqualTo("00"));
    }

    [Test]
    public async Task A_gateway_that_is_not_there_is_92()
    {
        await gateway.StopAsync();
        await using var host = await Run();
        Assert.That((await Send(host)).Status, Is.EqualTo("92"));
    }

    private static async Task<TerminalAnswerText> Send(JposHost host)
    {
        await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn());
        return await host.Post("/v1/jpos/mobile/sendVerifyCode", Form.Of(("storeNo", Form.Store), ("terminalNo", Form.Terminal), ("mobileNo", "13800000001")));
    }

    private Task<JposHost> Run(params (string Name, string? Value)[] settings) => JposHost.Run(
    [
        KeyValuePair.Create("Jpos:Sms:Webhook:Url", $"{gateway.Urls.First()}/sms"),
        KeyValuePair.Create("Jpos:Sms:Webhook:Secret", Secret),
        .. settings.Where(setting => setting.Value is not null).Select(setting => KeyValuePair.Create($"Jpos:Sms:Webhook:{setting.Name}", setting.Value!)),
    ]);
}
