using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Jpos.Tests.Hosting;
using static Jpos.Tests.Protocol.Bodies;

namespace Jpos.Tests.Protocol;

/// <summary>Bodies that are no form in UTF-8, or too long (protocol §1; row 1 of §2).</summary>
internal sealed class MalformedBodyTests
{
    private const string Consume = "trans/consume";

    private RefusalScene scene = null!;

    [OneTimeSetUp]
    public async Task Open() => scene = await RefusalScene.Open();

    [OneTimeTearDown]
    public async Task Close() => await scene.DisposeAsync();

    [TestCase("application/json")]
    [TestCase("text/json")]
    [TestCase("application/xml")]
    [TestCase("text/xml")]
    [TestCase("text/plain")]
    [TestCase("application/octet-stream")]
    [TestCase("application/x-www-form-urlencoded; charset=utf-16")]
    [TestCase("application/x-www-form-urlencoded; charset=big5")]
    [TestCase("application/x-www-form-urlencoded; charset=utf-7")]
    [TestCase("application/x-www-form-urlencoded; charset=windows-1252")]
    [TestCase("application/x-www-form-urlencoded; charset=nonsense")]
    [TestCase("multipart/form-data")]
    [TestCase("multipart/form-data; boundary=absent")]
    [TestCase("multipart/mixed; boundary=absent")]
    [TestCase("nonsense")]
    [TestCase(null)]
    public async Task A_body_of_another_type_is_declined_with_30(string? type)
    {
        var good = await scene.GoodMessage(Consume);
        await scene.Refuse(Consume, good, Body(await Text(good), type));
    }

    [TestCase("""{"storeNo":"100000000000001"}""", FormType)]
    [TestCase("""{"storeNo":"100000000000001"}""", "application/json")]
    [TestCase("<consume><storeNo>100000000000001</storeNo></consume>", "text/xml")]
    [TestCase("<consume><storeNo>100000000000001</storeNo></consume>", FormType)]
    [TestCase("", FormType)]
    [TestCase("", "multipart/form-data; boundary=b")]
    [TestCase("", null)]
    [TestCase("&&&&", FormType)]
    [TestCase("====", FormType)]
    [TestCase("\0\0\0\0", FormType)]
    public async Task A_body_that_is_no_form_is_declined_with_30(string body, string? type)
    {
        var good = await scene.GoodMessage(Consume);
        await scene.Refuse(Consume, good, Body(body, type));
    }

    [Test]
    public async Task No_body_at_all_is_declined_with_30()
    {
        var good = await scene.GoodMessage(Consume);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/v1/jpos/{Consume}", UriKind.Relative));
        using var response = await scene.Host.Http.SendAsync(request);
        Assert.That((await TerminalAnswerText.Read(response)).Status, Is.EqualTo("30"));
        await scene.Approve(Consume, good);
    }

    [TestCase("registerTraceNo=%FF")]
    [TestCase("registerTraceNo=%C4%E3%BA%C3")]
    [TestCase("registerTraceNo=%C0%AF")]
    [TestCase("registerTraceNo=%ED%A0%80")]
    [TestCase("registerTraceNo=%F0%9F%92")]
    [TestCase("track2=%80")]
    [TestCase("registerTraceNo=%00")]
    [TestCase("vaucher=%5B%FF%5D")]
    public async Task A_field_that_is_not_utf8_is_declined_with_30(string field)
    {
        var good = await scene.GoodMessage(Consume);
        await scene.Refuse(Consume, good, Body($"{await Text(good)}&{field}"));
    }

    [Test]
    public async Task Raw_bytes_that_are_not_utf8_are_declined_with_30()
    {
        var good = await scene.GoodMessage(Consume);
        byte[] bytes = [.. Encoding.UTF8.GetBytes(await Text(good) + "&registerTraceNo="), 0xC4, 0xE3];
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(FormType);
        await scene.Refuse(Consume, good, content);
    }

    [TestCase("storeNo", "100000000000001")]
    [TestCase("storeNo", "100000000000002")]
    [TestCase("cashAmount", "1")]
    [TestCase("cashAmount", "2")]
    [TestCase("cardNo", Form.EmptyCard)]
    [TestCase("traceNo", "000001")]
    [TestCase("traceNo", "")]
    public async Task A_field_sent_twice_is_declined_with_30(string field, string value)
    {
        var good = await scene.GoodMessage(Consume);
        await scene.Refuse(Consume, good, Body($"{await Text(good)}&{field}={value}"));
        good = await scene.GoodMessage(Consume);
        await scene.Refuse(Consume, good, Body($"{field}={value}&{await Text(good)}"));
    }

    [Test]
    public async Task A_multipart_form_that_ends_too_soon_is_declined_with_30([Values(1, 5, 40, 300)] int missing)
    {
        var good = await scene.GoodMessage(Consume);
        using var whole = Multipart(good);
        var bytes = await whole.ReadAsByteArrayAsync();
        var content = new ByteArrayContent(bytes[..^(missing + 4)]);
        content.Headers.ContentType = whole.Headers.ContentType;
        await scene.Refuse(Consume, good, content);
    }

    [Test]
    public async Task A_body_over_16_KiB_is_refused_with_413_and_30([Values] bool chunked, [Values("trans/consume", "terminal/checkin", "cards")] string path)
    {
        var good = await scene.GoodMessage(path);
        var text = await Text(good) + "&padding=";
        var content = Body(text + new string('x', (16 * 1024) + 1 - text.Length));
        await scene.Refuse(path, good, chunked ? new ChunkedContent(content) : content, HttpStatusCode.RequestEntityTooLarge);
    }

    [TestCase(1)]
    [TestCase(1024 * 1024)]
    public async Task A_multipart_body_over_16_KiB_is_refused_with_413_and_30(int over)
    {
        var good = await scene.GoodMessage(Consume);
        using var unpadded = Multipart(good.With("padding", "x"));
        var padding = (16 * 1024) + over + 1 - (int)unpadded.Headers.ContentLength!.Value;
        await scene.Refuse(Consume, good, Multipart(good.With("padding", new string('x', padding))), HttpStatusCode.RequestEntityTooLarge);
    }
}
