using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.Transport;

/// <summary>How long a body is, is said in digits. Whatever else a server on the way could read otherwise is refused before anything of the body is.</summary>
internal sealed class ContentLengthTests
{
    private JposHost host = null!;

    [OneTimeSetUp]
    public async Task Start() => host = await JposHost.Run([]);

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task A_length_that_is_not_all_digits_is_refused(
        [Values("+5", "-5", "-0", "+0", "0x5", "5.0", "5,5", "5 5", "1e1", "٥", "99999999999999999999", "+9999999999999999999999999999999999")] string length,
        [Values("POST /v1/jpos/trans/consume", "PUT /api/v1/programme", "GET /health/live")] string line) =>
        Assert.That(await Ask(line, length), Does.StartWith("HTTP/1.1 400"));

    [Test]
    public async Task A_length_in_digits_is_taken([Values("5", "05", "0", " 5 ")] string length) =>
        Assert.That(await Ask("POST /v1/jpos/trans/consume", length), Does.StartWith("HTTP/1.1 200"));

    private async Task<string> Ask(string line, string length)
    {
        using var connection = await RawConnection.Open(host.Http.BaseAddress!, $"{line} HTTP/1.1\r\nHost: jpos\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\na=b&c");
        return await connection.ReadSome();
    }
}
