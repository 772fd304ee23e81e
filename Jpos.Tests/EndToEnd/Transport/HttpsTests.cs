using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.Transport;

/// <summary>HTTPS by the server's own settings, and client certificates that say for which terminals they speak.</summary>
internal sealed class HttpsTests
{
    private const string CheckIn = "/v1/jpos/terminal/checkin";
    private const string Own = "10000001";
    private const string Another = "10000004";

    private readonly TestCertificate server = new("127.0.0.1");
    private readonly TestCertificate gateway = new("gateway");
    private readonly TestCertificate till = new("till");
    private readonly TestCertificate unknown = new("till");
    private readonly TemporaryFolder folder = new();

    private JposHost host = null!;

    [OneTimeSetUp]
    public async Task Start() => host = await JposHost.Run([.. server.AsHostCertificate(folder), .. Pins]);

    [OneTimeTearDown]
    public async Task Stop()
    {
        await host.DisposeAsync();
        folder.Dispose();
        foreach (var certificate in new[] { server, gateway, till, unknown })
        {
            certificate.Dispose();
        }
    }

    private KeyValuePair<string, string>[] Pins =>
    [
        new("Jpos:Transport:ClientCertificates:gateway:Sha256", gateway.Fingerprint),
        new("Jpos:Transport:ClientCertificates:till:Sha256", till.Fingerprint),
        new("Jpos:Transport:ClientCertificates:till:Terminals:0", Own),
    ];

    [Test]
    public async Task Without_listed_client_certificates_https_needs_none()
    {
        using var files = new TemporaryFolder();
        await using var open = await JposHost.Run(server.AsHostCertificate(files));
        using var client = server.Client(open.Http.BaseAddress, own: null);

        Assert.That(client.BaseAddress?.Scheme, Is.EqualTo("https"));
        Assert.That((await client.Post(CheckIn, Form.CheckIn())).Status, Is.EqualTo("00"));
    }

    [TestCase(Own)]
    [TestCase(Another)]
    public async Task A_gateway_speaks_for_every_terminal(string terminal)
    {
        using var client = server.Client(host.Http.BaseAddress, gateway);
        Assert.That((await client.Post(CheckIn, Form.CheckIn(terminal))).Status, Is.EqualTo("00"));
    }

    [Test]
    public async Task A_terminals_certificate_speaks_for_it()
    {
        using var client = server.Client(host.Http.BaseAddress, till);
        Assert.That((await client.Post(CheckIn, Form.CheckIn(Own))).Status, Is.EqualTo("00"));
    }

    [TestCase(Another)]
    [TestCase("99999999")]
    public async Task A_terminals_certificate_speaks_for_no_other_and_does_not_tell_which_there_are(string terminal)
    {
        using var client = server.Client(host.Http.BaseAddress, till);
        await IsRefused(host, client, Form.CheckIn(terminal), "terminalNo");
    }

    [Test]
    public async Task A_message_without_a_certificate_is_refused()
    {
        using var client = server.Client(host.Http.BaseAddress, own: null);
        await IsRefused(host, client, Form.CheckIn(), "no client certificate");
    }

    [Test]
    public async Task A_message_over_plain_http_has_no_certificate()
    {
        await using var plain = await JposHost.Run(Pins);
        await IsRefused(plain, plain.Http, Form.CheckIn(), "no client certificate");
    }

    [Test]
    public void A_certificate_that_is_not_listed_gets_no_connection_whatever_its_name()
    {
        using var client = server.Client(host.Http.BaseAddress, unknown);
        Assert.That(async () => await client.Post(CheckIn, Form.CheckIn()), Throws.TypeOf<HttpRequestException>());
    }

    [Test]
    public async Task What_is_no_message_is_refused_as_such_first()
    {
        using var client = server.Client(host.Http.BaseAddress, own: null);
        Assert.That((await client.Post(CheckIn, Form.CheckIn().With("operatorNo", null))).Status, Is.EqualTo("30"));
    }

    [Test]
    public async Task Health_needs_no_certificate()
    {
        using var client = server.Client(host.Http.BaseAddress, own: null);
        Assert.That(await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative)), Is.EqualTo("Healthy"));
    }

    private static async Task IsRefused(JposHost host, HttpClient client, Form form, string because)
    {
        var before = await host.Dump();
        var answer = await client.Post(CheckIn, form);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.Status, Is.EqualTo("58"));
            Assert.That(answer.Detail, Does.Contain(because));
            Assert.That(answer.Json.GetProperty("workingKey").GetString(), Is.Empty, "the shape of its endpoint");
            Assert.That(await host.Dump(), Is.EqualTo(before));
        }
    }
}
