using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Jpos.Application.BackOffice.Imports;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>Files as other programs write them, and as nobody should: each is read as it is meant, or refused with a reason, and every line is counted.</summary>
internal sealed class HostileFileTests
{
    private static readonly Encoding Gb = ImportCharset.Of("gb18030")!;

    private JposHost host = null!;
    private BackOfficeClient manager = null!;
    private int sent;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow();
        manager = await BackOfficeClient.Of(host, Role.Manager);
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    private static IEnumerable<TestCaseData> Counted()
    {
        yield return Text("mixed line ends", "name,address\r\na,x\rb,y\nc,z\r\n", 3, 3, 0, 0);
        yield return Text("CR only", "name\ra\rb\r", 2, 2, 0, 0);
        yield return Text("CR only, without a last line end", "name\ra\rb", 2, 2, 0, 0);
        yield return Text("LF CR", "name\n\ra\n\rb", 4, 2, 0, 2);
        yield return Text("a mark", "\uFEFFname\na\n", 1, 1, 0, 0);
        yield return Text("a quoted header after a mark", "\uFEFF\"name\"\na\n", 1, 1, 0, 0);
        yield return Text("a quote in the middle of a field", "name,address\nO\"Neil,x\nb,y\n", 2, 1, 1, 0);
        yield return Text("something after a quote that ends a field", "name,address\n\"a\"b,x\nb,y\n", 2, 1, 1, 0);
        yield return Text("an unclosed quote in the last line", "name,address\na,x\nb,\"y", 2, 1, 1, 0);
        yield return Text("an unclosed quote in the last line, with a line end", "name,address\na,x\nb,\"y\n", 2, 1, 1, 0);
        yield return Text("a quote as the last character", "name,address\na,x\nb,\"", 2, 1, 1, 0);
        yield return Text("a line break in quotes", "name,address\na,\"x\r\ny\"\nb,z\n", 3, 3, 0, 0);
        yield return Text("rows of commas and blanks", "name,address\n,\na,x\n ,\t\n\n", 4, 1, 0, 3);
        yield return Text("too many commas in a blank row", "name,address\n,,,,,,,,\na,x\n", 2, 1, 0, 1);
        yield return Text("NUL", "name\na\0\n\0\nb\n", 3, 1, 2, 0);
        yield return Text("format characters", "name\na\u200B\n\uFEFFb\nc\u202Ed\ne\n", 4, 1, 3, 0);
        yield return Text("100 letters outside the basic plane", $"name\n{string.Concat(Enumerable.Repeat("𠮷", 100))}\n{string.Concat(Enumerable.Repeat("𠮷", 101))}\n", 2, 1, 1, 0);
        yield return Text("a byte order mark of GB18030", "\uFEFFname\n谢平\n", 1, 1, 0, 0, "gb18030");
        yield return Text("four-byte letters of GB18030", $"name\n{string.Concat(Enumerable.Repeat("𠮷", 100))}\n㐀\n", 2, 2, 0, 0, "gbk");
        yield return Text("a charset in quotes", "name\n谢平\n", 1, 1, 0, 0, "\"GBK\"");
        yield return Text("UTF-8 in quotes", "name\n谢平\n", 1, 1, 0, 0, "\"UTF-8\"");

        static TestCaseData Text(string name, string text, int lines, int good, int bad, int blank, string charset = "utf-8") =>
            new TestCaseData((charset.Contains("utf", StringComparison.OrdinalIgnoreCase) ? Encoding.UTF8 : Gb).GetBytes(text), charset, (lines, good, bad, blank)).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Counted))]
    public async Task Every_line_is_good_bad_or_blank(byte[] file, string charset, (int Lines, int Good, int Bad, int Blank) count)
    {
        foreach (var path in new[] { "imports/members?dryRun=true", "imports/members" })
        {
            var done = await Send(path, file, charset);
            Assert.That(done.Status, Is.EqualTo(HttpStatusCode.OK), done.Text);
            Assert.That((done["lines"], done["accepted"], done["rejected"], done["blank"]), Is.EqualTo(($"{count.Lines}", $"{count.Good}", $"{count.Bad}", $"{count.Blank}")), $"{path} {done.Text}");
        }
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return Bytes("nothing", [], "utf-8", "The file is empty.");
        yield return Bytes("only a mark", Encoding.UTF8.GetPreamble(), "utf-8", "The file is empty.");
        yield return Bytes("a header only", "name,address"u8.ToArray(), "utf-8", "The file has no row after its header.");
        yield return Bytes("a header and blank lines", "name,address\n\n,\n"u8.ToArray(), "utf-8", "The file has no row after its header.");
        yield return Bytes("UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("name\na\n")], "utf-8", "The file is not in UTF-8.");
        yield return Bytes("UTF-16 without a mark", Encoding.Unicode.GetBytes("name\na\n"), "utf-8", "Line 1: column 1 is not known.");
        yield return Bytes("UTF-16, other byte order", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("name\na\n")], "utf-8", "The file is not in UTF-8.");
        yield return Bytes("GBK that is said to be UTF-8", Gb.GetBytes("name\n王五\n"), "utf-8", "The file is not in UTF-8.");
        yield return Bytes("UTF-8 with a mark that is said to be GBK", [.. Encoding.UTF8.GetPreamble(), .. "name\na\n"u8.ToArray()], "gbk", "Line 1: column 1 is not known.");
        yield return Bytes("half a letter of GBK", [.. "name\na"u8.ToArray(), 0x81], "gbk", "The file is not in GB18030.");
        yield return Bytes("a byte that no letter begins with", [.. "name\na"u8.ToArray(), 0xFF, 0x0A], "gb18030", "The file is not in GB18030.");
        yield return Bytes("a quote that opens in the header", "\"name\na\n"u8.ToArray(), "utf-8", "Line 1: a quote is never closed.");
        yield return Bytes("a number of a card for a header", "9900000000000010,a\n"u8.ToArray(), "utf-8", "Line 1: column 1 is not known.");

        static TestCaseData Bytes(string name, byte[] file, string charset, string why) => new TestCaseData(file, charset, why).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Refused))]
    public async Task A_file_that_is_none_is_refused_with_a_reason(byte[] file, string charset, string why)
    {
        var before = await host.Dump();
        var refused = await Send("imports/members", file, charset);
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest), refused.Text);
        Assert.That(refused["detail"], Does.StartWith(why));
        Assert.That(refused.Text, Does.Not.Contain("9900000000000010"));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    [TestCase("utf-16")]
    [TestCase("big5")]
    [TestCase("us-ascii")]
    [TestCase("gbk2")]
    [TestCase("\"utf 8\"")]
    [TestCase("936")]
    public async Task A_charset_that_is_not_documented_is_refused(string charset) =>
        Assert.That((await Send("imports/members", "name\na\n"u8.ToArray(), charset)).Status, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));

    [TestCase("1", "1", true)]
    [TestCase("01", "01", true)]
    [TestCase("2", "5", true)]
    [TestCase("0", "7", true)]
    [TestCase("3", "1", false)]
    [TestCase("1", "0", false)]
    [TestCase("1", "8", false)]
    [TestCase("001", "1", false)]
    [TestCase("1.0", "1", false)]
    [TestCase("１", "1", false)]
    public async Task A_number_that_lost_its_zero_is_understood(string gender, string type, bool isGood)
    {
        var done = await Send("imports/members?dryRun=true", Encoding.UTF8.GetBytes($"name,gender,idType,idNumber\nSheet,{gender},{type},11010519491231002X\n"), "utf-8");
        Assert.That(done["accepted"], Is.EqualTo(isGood ? "1" : "0"), done.Text);
    }

    [Test]
    public async Task A_line_break_in_quotes_becomes_one_blank()
    {
        await Send("imports/members", "name,address\n\"Line\nBreak\",\"a\r\nb\rc\n\"\n"u8.ToArray(), "utf-8");
        var member = (await manager.Walk("members?sort=-id"))[0];
        Assert.That((member.GetProperty("name").GetString(), member.GetProperty("address").GetString()), Is.EqualTo(("Line Break", "a b c ")));
    }

    private Task<BackOfficeAnswer> Send(string path, byte[] file, string charset) => manager.Send(HttpMethod.Post, path, file, request =>
    {
        request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse($"text/csv; charset={charset}");
        request.Headers.Add("Idempotency-Key", $"hostile-{++sent}");
    });
}
