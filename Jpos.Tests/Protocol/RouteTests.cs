using System.Net;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>Addresses and methods (protocol §1).</summary>
internal sealed class RouteTests
{
    private static readonly string[] Known =
    [
        "terminal/checkin", "cards", "trans/consume", "trans/consumeReversal", "trans/cancel", "trans/cancelReversal", "refunds", "refunds/cancel",
        "tickets", "tickets/consume", "tickets/consumeReversal", "mobile/sendVerifyCode", "card/active", "trans/settle",
    ];

    private RefusalScene scene = null!;

    [OneTimeSetUp]
    public async Task Open() => scene = await RefusalScene.Open();

    [OneTimeTearDown]
    public async Task Close() => await scene.DisposeAsync();

    [Test]
    public async Task Both_routes_of_an_endpoint_are_one([ValueSource(nameof(Known))] string path)
    {
        foreach (var route in new[] { "/v1/jpos/", "/v1/" })
        {
            var answer = await scene.Host.Post(route + path, await scene.GoodMessage(path));
            Assert.That((answer.Http, answer.Status), Is.EqualTo((HttpStatusCode.OK, "00")));
        }
    }

    [Test]
    public async Task Another_method_is_refused_with_405_and_30(
        [ValueSource(nameof(Known))] string path, [Values("/v1/jpos/", "/v1/")] string route, [Values("GET", "PUT", "DELETE", "PATCH")] string method)
    {
        var good = await scene.GoodMessage(path);
        var before = await scene.Host.Dump();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(route + path, UriKind.Relative)) { Content = method == "GET" ? null : good.ToContent() };
        await AssertRefused(request, HttpStatusCode.MethodNotAllowed, "30", "请重试");
        Assert.That(await scene.Host.Dump(), Is.EqualTo(before));
        await scene.Approve(path, good);
    }

    [TestCase("/v2/jpos/trans/consume")]
    [TestCase("/v3/jpos/trans/consume")]
    [TestCase("/v2/trans/consume")]
    [TestCase("/v3/trans/consume")]
    [TestCase("/v0/jpos/trans/consume")]
    [TestCase("/v1.0/jpos/trans/consume")]
    [TestCase("/v01/jpos/trans/consume")]
    [TestCase("/v1.1/jpos/trans/consume")]
    [TestCase("/v1-beta/jpos/trans/consume")]
    [TestCase("/v10/jpos/trans/consume")]
    [TestCase("/v99999999999/jpos/trans/consume")]
    [TestCase("/vx/jpos/trans/consume")]
    [TestCase("/v/jpos/trans/consume")]
    [TestCase("/1/jpos/trans/consume")]
    [TestCase("/jpos/trans/consume")]
    [TestCase("/v1/jpos/jpos/trans/consume")]
    [TestCase("/v1/jpos/trans/consume/1")]
    [TestCase("/v1/jpos/trans")]
    [TestCase("/v1/jpos/consume")]
    [TestCase("/v1/jpos/trans/nowhere")]
    [TestCase("/v1/jpos")]
    [TestCase("/v1")]
    [TestCase("/")]
    [TestCase("/v1/jpos/trans/consum%C3%A9")]
    public async Task An_unknown_route_is_refused_with_404_and_40(string path)
    {
        var good = await scene.GoodMessage("trans/consume");
        var before = await scene.Host.Dump();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = good.ToContent() };
        await AssertRefused(request, HttpStatusCode.NotFound, "40", "请联系发卡行");
        Assert.That(await scene.Host.Dump(), Is.EqualTo(before));
        await scene.Approve("trans/consume", good);
    }

    [Test]
    public async Task An_unknown_route_is_unknown_to_every_method([Values("GET", "PUT", "DELETE")] string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/v1/jpos/nowhere", UriKind.Relative));
        await AssertRefused(request, HttpStatusCode.NotFound, "40", "请联系发卡行");
    }

    private async Task AssertRefused(HttpRequestMessage request, HttpStatusCode http, string status, string message)
    {
        using var response = await scene.Host.Http.SendAsync(request);
        var answer = await TerminalAnswerText.Read(response);
        Assert.That((answer.Http, answer.Status), Is.EqualTo((http, status)));
        Assert.That(answer.Json.GetProperty("message").GetString(), Is.EqualTo(message));
        Assert.That(answer.Json.GetProperty("transTime").GetInt64(), Is.EqualTo(JposHost.Start.ToUnixTimeSeconds()));
        Assert.That(answer.Detail, Is.Not.Empty);
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/json"));
    }
}
