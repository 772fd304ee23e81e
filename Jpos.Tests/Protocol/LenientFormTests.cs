using System.Text;
using static Jpos.Tests.Protocol.Bodies;

namespace Jpos.Tests.Protocol;

/// <summary>What old clients and gateways write in their own way, and is taken (protocol §1).</summary>
internal sealed class LenientFormTests
{
    private const string Consume = "trans/consume";

    private static readonly string[] WithTracks = ["trans/consume", "trans/consumeReversal", "trans/cancel", "trans/cancelReversal", "refunds", "refunds/cancel", "tickets/consume", "tickets/consumeReversal"];

    private RefusalScene scene = null!;

    [OneTimeSetUp]
    public async Task Open() => scene = await RefusalScene.Open();

    [OneTimeTearDown]
    public async Task Close() => await scene.DisposeAsync();

    [TestCase("\r\n")]
    [TestCase("\n")]
    [TestCase("   ")]
    [TestCase("%20%20")]
    [TestCase("%09%0D%0A")]
    [TestCase("+")]
    public async Task Blanks_and_line_ends_after_the_last_field_are_no_part_of_it(string end)
    {
        var good = await scene.GoodMessage(Consume);
        var answer = await scene.Send(Consume, Body(await Text(good) + end));
        Assert.That(answer.Status, Is.EqualTo("00"), answer.Text);
        Assert.That((await scene.Send(Consume, good.ToContent())).Text, Is.EqualTo(answer.Text), "the same message");
    }

    [TestCaseSource(typeof(MalformedFieldTests), nameof(MalformedFieldTests.Paths))]
    public async Task Every_field_may_be_padded_with_blanks(string path)
    {
        var good = await scene.GoodMessage(path);
        var padded = good.Fields.Keys.Aggregate(good, (form, field) => form.With(field, $" \t{form.Fields[field]} \r\n "));
        await scene.Approve(path, padded);
    }

    [Test]
    public async Task The_tills_number_of_a_sale_is_compared_without_blanks()
    {
        var consume = (await scene.GoodMessage(Consume)).With("registerTraceNo", "0012   ");
        var sold = await scene.Approve(Consume, consume);
        await scene.Approve("refunds", Forms.Refund(scene.NextTrace(), sold.Serial).With("oriRegisterTraceNo", " 0012"));
    }

    [TestCase("gbk")]
    [TestCase("GB2312")]
    [TestCase("gb18030")]
    public async Task A_form_in_a_chinese_charset_is_decoded_as_such(string charset)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset)!;
        var good = (await scene.GoodMessage(Consume)).With("registerTraceNo", "收银一号");
        var answer = await scene.Approve(Consume, good);

        var fields = good.Fields.Select(field => $"{field.Key}={string.Concat(encoding.GetBytes(field.Value).Select(octet => $"%{octet:X2}"))}");
        var escaped = await scene.Send(Consume, Body(string.Join('&', fields), $"{FormType}; charset={charset}"));
        Assert.That(escaped.Text, Is.EqualTo(answer.Text), "escaped bytes: the same message");

        using var multipart = new MultipartFormDataContent("b");
        foreach (var (name, value) in good.Fields)
        {
            var part = new ByteArrayContent(encoding.GetBytes(value));
            multipart.Add(part, name);
        }

        multipart.Headers.ContentType!.CharSet = charset;
        Assert.That((await scene.Send(Consume, multipart)).Text, Is.EqualTo(answer.Text), "multipart: the same message");
    }

    [Test]
    public async Task Bytes_that_are_not_of_the_named_charset_are_declined_with_30([Values("gbk", "gb18030", "iso-8859-1", "us-ascii")] string charset, [Values("%81", "1%81%20")] string bytes)
    {
        var good = await scene.GoodMessage(Consume);
        await scene.Refuse(Consume, good, Body($"{await Text(good)}&registerTraceNo={bytes}", $"{FormType}; charset={charset}"));
    }

    [TestCaseSource(nameof(WithTracks))]
    public async Task Without_a_card_number_the_card_is_the_tracks(string path)
    {
        var good = await scene.GoodMessage(path);
        var card = good.Fields["cardNo"];
        var answer = await scene.Approve(path, good.With("cardNo", null).With("track2", $"{card}=0000"));
        Assert.That((await scene.Approve(path, good)).Text, Is.EqualTo(answer.Text), "the same message");
        Assert.That((await scene.Approve(path, good.With("track2", $"{card}d0000"))).Text, Is.EqualTo(answer.Text), "a small d separates too");
    }

    [TestCaseSource(nameof(WithTracks))]
    public async Task Without_a_card_number_and_a_second_track_there_is_no_card(string path)
    {
        var good = await scene.GoodMessage(path);
        var refused = await scene.Refuse(path, good, good.With("cardNo", null).With("track3", "99=1"));
        Assert.That(refused.Detail, Is.EqualTo("cardNo is missing."));
    }

    [Test]
    public async Task A_track_of_another_card_than_the_number_is_14()
    {
        var good = await scene.GoodMessage(Consume);
        var answer = await scene.Send(Consume, good.With("track2", "9900000000000077=0000").ToContent());
        Assert.That(answer.Status, Is.EqualTo("14"));
    }

    [Test]
    public async Task A_list_of_vouchers_that_is_null_is_absent()
    {
        var good = await scene.GoodMessage(Consume);
        var answer = await scene.Approve(Consume, good.With("vaucher", "null"));
        Assert.That((await scene.Approve(Consume, good)).Text, Is.EqualTo(answer.Text), "the same message");
    }

    [TestCase("""[{"id":2.0,"num":1.0}]""")]
    [TestCase("""[{"id":"2","num":"1"}]""")]
    [TestCase("""[{"id":2,"num":1,"type":null}]""")]
    [TestCase("""{"id":2,"num":1.00}""")]
    public async Task Whole_numbers_of_a_line_may_be_written_in_three_ways(string lines)
    {
        var good = await scene.GoodMessage("tickets/consume");
        await scene.Approve("tickets/consume", good.With("ticket", lines));
    }

    [TestCase(50, "51")]
    [TestCase(51, "30")]
    [TestCase(700, "30")]
    public async Task A_message_has_at_most_50_lines(int count, string status)
    {
        var good = await scene.GoodMessage(Consume);
        var lines = string.Join(',', Enumerable.Range(900, count).Select(id => $"{{\"id\":{id},\"num\":1}}"));
        var answer = await scene.Send(Consume, good.With("vaucher", $"[{lines}]").ToContent());
        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
    }
}
