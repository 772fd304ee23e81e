using System.Net;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Transport;

/// <summary>Nobody holds the host up by sending slowly, or much.</summary>
internal sealed class SlowConnectionTests
{
    /// <summary>The host bears it for 10 s, and is a few seconds late on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task Who_sends_slowly_is_ended_in_bounded_time_while_others_go_on()
    {
        await using var host = await JposHost.Run();
        using var headers = await RawConnection.Open(host.Http.BaseAddress!, RawConnection.Head);
        using var body = await RawConnection.OpenWithoutBody(host.Http.BaseAddress!);
        var endOfHeaders = headers.DribbleToTheEnd();
        var endOfBody = body.DribbleToTheEnd();

        Assert.That((await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn())).Status, Is.EqualTo("00"));
        Assert.That((endOfHeaders.IsCompleted, endOfBody.IsCompleted), Is.EqualTo((false, false)), "the others are being borne meanwhile");

        Assert.That(await endOfHeaders.WaitAsync(Patience), Does.StartWith("HTTP/1.1 408").Or.Empty);
        Assert.That(await endOfBody.WaitAsync(Patience), Does.Contain("\"status\":\"30\"").Or.Empty);
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Status, Is.EqualTo("00"));
    }

    [Test]
    public async Task A_request_with_more_headers_than_any_terminal_has_is_refused()
    {
        await using var host = await JposHost.Run();
        Assert.That(await Status(host, headers: 60, length: 1), Is.EqualTo(HttpStatusCode.RequestHeaderFieldsTooLarge));
        Assert.That(await Status(host, headers: 6, length: 3000), Is.EqualTo(HttpStatusCode.RequestHeaderFieldsTooLarge));
        Assert.That(await Status(host, headers: 40, length: 200), Is.EqualTo(HttpStatusCode.OK));
    }

    private static async Task<HttpStatusCode> Status(JposHost host, int headers, int length)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/health/live", UriKind.Relative));
        for (var number = 0; number < headers; number++)
        {
            request.Headers.Add($"X-Test-{number}", new string('x', length));
        }

        using var response = await host.Http.SendAsync(request);
        return response.StatusCode;
    }
}
