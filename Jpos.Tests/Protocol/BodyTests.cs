using Jpos.Tests.Hosting;
using static Jpos.Tests.Protocol.Bodies;

namespace Jpos.Tests.Protocol;

/// <summary>Bodies that are forms, however they look, and what is ignored in them and around them (protocol §1).</summary>
internal sealed class BodyTests
{
    private const string Consume = "trans/consume";

    private RefusalScene scene = null!;

    [OneTimeSetUp]
    public async Task Open() => scene = await RefusalScene.Open();

    [OneTimeTearDown]
    public async Task Close() => await scene.DisposeAsync();

    [Test]
    public async Task A_body_of_16_KiB_is_read()
    {
        var good = await scene.GoodMessage(Consume);
        var text = await Text(good) + "&padding=";
        await Accept(Body(text + new string('x', (16 * 1024) - text.Length)));
    }

    [TestCase("application/x-www-form-urlencoded; charset=utf-8")]
    [TestCase("application/x-www-form-urlencoded;charset=UTF-8")]
    [TestCase("application/x-www-form-urlencoded; charset=\"utf-8\"")]
    [TestCase("APPLICATION/X-WWW-FORM-URLENCODED")]
    [TestCase("application/x-www-form-urlencoded;")]
    [TestCase("application/x-www-form-urlencoded ; ;")]
    [TestCase("application/x-www-form-urlencoded; charset=utf8")]
    [TestCase("application/x-www-form-urlencoded; charset=US-ASCII")]
    [TestCase("application/x-www-form-urlencoded; charset=ISO-8859-1")]
    [TestCase("application/x-www-form-urlencoded; charset=\"iso-8859-1\"; x=y")]
    [TestCase("application/x-www-form-urlencoded; charset=")]
    public async Task A_form_in_utf8_is_read(string type) => await Accept(Body(await Text(await scene.GoodMessage(Consume)), type));

    [Test]
    public async Task A_multipart_form_is_read() => await Accept(Multipart(await scene.GoodMessage(Consume)));

    [Test]
    public async Task The_same_message_as_multipart_is_the_same_message()
    {
        var good = (await scene.GoodMessage(Consume)).With("registerTraceNo", "收银-1").With("track3", "");
        var answer = await scene.Approve(Consume, good);
        Assert.That((await scene.Send(Consume, Multipart(good))).Text, Is.EqualTo(answer.Text));
    }

    [Test]
    public async Task The_order_of_fields_is_free()
    {
        var fields = (await Text(await scene.GoodMessage(Consume))).Split('&');
        await Accept(Body(string.Join('&', fields.Reverse())));
    }

    [TestCase("unknown=1")]
    [TestCase("unknown=1&unknown=2")]
    [TestCase("unknown=%FF")]
    [TestCase("%FF=1")]
    [TestCase("form.storeNo=100000000000002")]
    [TestCase("form=1")]
    [TestCase("form[storeNo]=100000000000002")]
    [TestCase("storeNo[0]=100000000000002")]
    [TestCase("storeNo.value=100000000000002")]
    [TestCase("terminalNo[]=10000002")]
    [TestCase("signed=true&IsSigned=true&batch=9&store=x")]
    [TestCase("operatorNo=!&ticket=%5B&oriSerialNo=1")]
    [TestCase("=x&&")]
    public async Task Unknown_fields_are_ignored(string unknown)
    {
        var text = await Text(await scene.GoodMessage(Consume));
        await Accept(Body($"{unknown}&{text}"));
    }

    [TestCase(900)]
    [TestCase(1200)]
    public async Task Many_unknown_fields_are_ignored(int fields)
    {
        var text = await Text(await scene.GoodMessage(Consume));
        await Accept(Body($"{text}&{string.Join('&', Enumerable.Range(0, fields).Select(number => $"unknown{number}=1"))}"));
    }

    [TestCase(1000)]
    [TestCase(1000)]
    public async Task A_long_name_of_an_unknown_field_is_ignored(int length)
    {
        var text = await Text(await scene.GoodMessage(Consume));
        await Accept(Body($"{text}&{new string('n', length)}=1"));
    }

    [TestCase("form.storeNo")]
    [TestCase("form[storeNo]")]
    [TestCase("storeNo[0]")]
    public async Task A_field_by_another_name_is_not_that_field(string name)
    {
        var good = await scene.GoodMessage(Consume);
        await scene.Refuse(Consume, good, good.With("storeNo", null).With(name, Form.Store));
    }

    [Test]
    public async Task A_field_in_the_address_is_no_field()
    {
        var good = await scene.GoodMessage(Consume);
        var missing = await scene.Host.Post($"/v1/jpos/{Consume}?storeNo={Form.Store}", good.With("storeNo", null));
        Assert.That(missing.Status, Is.EqualTo("30"));
        Assert.That((await scene.Host.Post($"/v1/jpos/{Consume}?storeNo=100000000000002", good)).Status, Is.EqualTo("00"));
    }

    [TestCase("text/xml,text/javascript")]
    [TestCase("text/xml")]
    [TestCase("image/png")]
    [TestCase("application/json;q=0")]
    [TestCase("nonsense")]
    public async Task The_accept_header_is_ignored(string accept)
    {
        var good = await scene.GoodMessage(Consume);
        var answer = await scene.Approve(Consume, good);
        Assert.That(await WithAccept(accept, good), Is.EqualTo(answer.Text));
        var refused = await scene.Host.Post($"/v1/jpos/{Consume}", good.With("storeNo", null));
        Assert.That(await WithAccept(accept, good.With("storeNo", null)), Is.EqualTo(refused.Text));
    }

    private async Task<string> WithAccept(string accept, Form form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/v1/jpos/{Consume}", UriKind.Relative)) { Content = form.ToContent() };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await scene.Host.Http.SendAsync(request);
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/json"));
        return (await TerminalAnswerText.Read(response)).Text;
    }

    private async Task Accept(HttpContent content)
    {
        var answer = await scene.Send(Consume, content);
        Assert.That(answer.Status, Is.EqualTo("00"), answer.Text);
    }
}
