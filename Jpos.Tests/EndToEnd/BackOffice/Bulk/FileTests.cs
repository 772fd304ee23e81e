using System.Net;
using System.Text;
using Jpos.Api.BackOffice.Imports;
using Jpos.Api.BackOffice.Requests;
using Jpos.Application.BackOffice.Imports;
using Jpos.Application.Throttling;
using Jpos.Domain.Access;
using Jpos.Infrastructure.BackOffice.Imports;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>What files of cards may look like, and what becomes of those that are none.</summary>
internal sealed class FileTests
{
    private const string Header = "number,product\n";
    private const string Good = "9900000000002008,1\n";

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

    [TestCase("", "The file is empty.")]
    [TestCase(Header, "The file has no row after its header.")]
    [TestCase("number,product,openingBalance,card no,name\n9900000000002008,1,,,\n", "Line 1: column 4 (card no) is not known. Did you mean number?")]
    [TestCase("number,product,openingBalance,expiresOn\n9900000000002008,1,,\n", "Line 1: column 4 (expiresOn) is not known. Did you mean cardExpiresOn?")]
    [TestCase("Number,product\n9900000000002008,1\n", "Line 1: column 1 (Number) is not known. Did you mean number?")]
    [TestCase("9900000000002008,1\n", "Line 1: column 1 is not known.")]
    [TestCase("number;product\n9900000000002008;1\n", "Line 1: column 1 is not known.")]
    [TestCase("number\n9900000000002008\n", "Line 1: product is missing.")]
    [TestCase("number,product,number\n9900000000002008,1,1\n", "Line 1: number is there twice.")]
    public async Task A_file_that_is_none_is_refused_as_a_whole(string file, string why) => await IsRefused(Encoding.UTF8.GetBytes(file), why);

    [Test]
    public async Task A_file_in_another_encoding_is_refused() =>
        await IsRefused([.. Encoding.UTF8.GetBytes("number,product,name\n9900000000002008,1,"), 0xC0, 0xD6, 0x0A], "The file is not in UTF-8.");

    [Test]
    public async Task A_quote_that_is_never_closed_makes_one_bad_record_of_all_lines_to_the_end()
    {
        var lines = Enumerable.Range(2, 150).Select(line => line == 50 ? "n,\"road" : $"n{line},road");
        var file = Encoding.UTF8.GetBytes("name,address\n" + string.Join('\n', lines) + "\n");
        foreach (var query in new[] { "?dryRun=true", "" })
        {
            var done = await manager.Post($"imports/members{query}", file);
            Assert.That((done["lines"], done["accepted"], done["rejected"], done["blank"]), Is.EqualTo(("150", "48", "102", "0")), done.Text);
            var faults = query.Length > 0 ? done.Json.GetProperty("errors") : (await manager.Get($"{done.Location}/errors")).Json.GetProperty("items");
            var fault = faults.EnumerateArray().Single();
            Assert.That((fault.GetProperty("line").GetInt32(), fault.GetProperty("lastLine").GetInt32()), Is.EqualTo((50, 151)));
            Assert.That(fault.GetProperty("reason").GetString(), Is.EqualTo("lines 50 to 151: a quote is never closed."));
        }
    }

    [Test]
    public async Task Rows_of_commas_are_blank_lines_and_counted()
    {
        var done = await manager.Post("imports/members", "name,address\nCommas,a\n,\n\n, \n"u8.ToArray());
        Assert.That((done["lines"], done["accepted"], done["rejected"], done["blank"], done["linesDone"]), Is.EqualTo(("4", "1", "0", "3", "4")), done.Text);
        Assert.That(done["endedAt"], Is.Not.Empty);
    }

    [TestCase("gbk")]
    [TestCase("\"GB2312\"")]
    [TestCase("gb18030")]
    public async Task A_file_is_read_in_the_charset_that_is_named(string charset)
    {
        var bytes = ImportCharset.Of("gbk")!.GetBytes($"name,address\n谢平,{charset.Trim('"')}\n");
        var done = await Send(bytes, charset);
        Assert.That((done.Status, done["accepted"]), Is.EqualTo((HttpStatusCode.OK, "1")), done.Text);
        Assert.That((await manager.Walk("members?sort=-id"))[0].GetProperty("name").GetString(), Is.EqualTo("谢平"));
    }

    [Test]
    public async Task The_same_file_in_another_charset_is_refused_and_goes_on_in_its_own()
    {
        var bytes = "name\n谢谢\n"u8.ToArray();
        var first = await Send(bytes, "utf-8");
        var other = await Send(bytes, "gbk");
        Assert.That((other.Status, other["detail"]!.Contains("utf-8", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Conflict, true)), other.Text);
        var again = await Send(bytes, "UTF8");
        Assert.That((again.Status, again["id"], again["accepted"]), Is.EqualTo((HttpStatusCode.OK, first["id"], "1")), again.Text);

        var gbk = ImportCharset.Of("gbk")!.GetBytes("name\n谢平\n");
        var named = await Send(gbk, "gbk");
        foreach (var name in (string[])["GB18030", "gb2312"])
        {
            Assert.That((await Send(gbk, name))["id"], Is.EqualTo(named["id"]), "it is the same charset");
        }
    }

    [Test]
    public async Task A_charset_that_files_are_not_read_in_is_refused() =>
        Assert.That((await Send("name\nn\n"u8.ToArray(), "iso-8859-1")).Status, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));

    [TestCase("commas")]
    [TestCase("no line ends")]
    [TestCase("quotes")]
    public async Task The_memory_of_an_import_is_bounded_whatever_the_file(string kind)
    {
        var file = new byte[10_000_000];
        Array.Fill(file, kind switch { "quotes" => (byte)'"', "no line ends" => (byte)'a', _ => (byte)',' });
        "name,address\nx,"u8.CopyTo(file);
        var path = host.Database.Folder.File("hostile.csv");
        await File.WriteAllBytesAsync(path, file);
        await using var stream = File.OpenRead(path);
        var (kept, error) = await new CsvImportFiles(new TerminalTraffic(TimeProvider.System)).Keep(stream, ImportRun.ColumnsOf(Jpos.Domain.Imports.ImportKind.Members), ImportCharset.Utf8, CancellationToken.None);
        using (kept)
        {
            // Other tests allocate beside this one: only this thread counts.
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.That(kept!.After(0).Single().Error, Is.Not.Null, error);
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000_000));
        }
    }

    [Test]
    public async Task A_host_imports_one_file_at_a_time_and_tells_others_when_to_retry()
    {
        var limits = host.Services.GetRequiredService<BulkLimits>();
        using (await limits.Imports.AcquireAsync())
        {
            var refused = await manager.Post("imports/members", "name\nBusy\n"u8.ToArray(), "busy");
            Assert.That((refused.Status, refused.RetryAfter), Is.EqualTo((HttpStatusCode.TooManyRequests, "10")), refused.Text);
        }

        using (await limits.Exports.AcquireAsync(2))
        {
            Assert.That((await manager.Get("exports/settlements?from=2026-03-02&to=2026-03-03")).Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
            Assert.That((await manager.Get("imports/1/errors?format=csv")).Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
            Assert.That((await manager.Get("imports/999999/errors")).Status, Is.EqualTo(HttpStatusCode.NotFound), "a page is no file");
        }

        Assert.That((await manager.Post("imports/members", "name\nBusy\n"u8.ToArray(), "busy"))["accepted"], Is.EqualTo("1"), "nothing was kept of the refusal");
        Assert.That((await manager.Get("exports/settlements?from=2026-03-02&to=2026-03-03")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("1,1,11010519491231002X,\"a\nb\"", "")]
    [TestCase("0x1,,,", "gender: it must be one of: 00 (unknown), 01 (male), 02 (female).")]
    public async Task Fields_are_read_as_a_spreadsheet_saves_them(string fields, string reason)
    {
        var done = await manager.Post("imports/members?dryRun=true", Encoding.UTF8.GetBytes($"name,gender,idType,idNumber,address\nSheet,{fields}\n"));
        Assert.That(string.Concat(done.Json.GetProperty("errors").EnumerateArray().Select(fault => fault.GetProperty("reason").GetString())), Is.EqualTo(reason), done.Text);
    }

    [TestCase("9.9E+15,", "number: a spreadsheet turned it into a rounded number such as 9.9E+15. Format the column as text.")]
    [TestCase("9900000000007007,100\0", "openingBalance: it must be 0 to 9999999999.99, with at most 2 decimal places.")]
    public async Task A_number_that_is_none_is_a_bad_line_that_says_why(string fields, string reason)
    {
        var done = await manager.Post("imports/cards?dryRun=true", Encoding.UTF8.GetBytes($"product,number,openingBalance\n1,{fields}\n"));
        Assert.That(done.Json.GetProperty("errors")[0].GetProperty("reason").GetString(), Is.EqualTo(reason));
    }

    [Test]
    public async Task A_file_that_is_too_large_is_refused()
    {
        var answer = await manager.Send(HttpMethod.Post, "imports/cards", new byte[CsvBodyAttribute.LargestFile + 1], request =>
        {
            // The host need not take in what it refuses: whoever sends it waits for the word.
            request.Headers.ExpectContinue = true;
            request.Headers.Add("Idempotency-Key", "large");
        });
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge), answer.Text);
    }

    [Test]
    public async Task What_is_not_said_to_be_csv_is_refused()
    {
        var answer = await manager.Post("imports/cards", Header + Good);
        Assert.That((answer.Status, answer.Type), Is.EqualTo((HttpStatusCode.UnsupportedMediaType, "application/problem+json")));
        Assert.That((await manager.Send(HttpMethod.Post, "imports/cards", Encoding.UTF8.GetBytes(Header + Good), null)).Status, Is.EqualTo(HttpStatusCode.BadRequest), "there is no key");
    }

    [Test]
    public async Task Marks_quotes_line_breaks_and_empty_lines_are_understood()
    {
        var file = "\uFEFF\"product\",name,number\r\n1,\"O\"\"Neil, 王\",9900000000003006\r\n\r\n1,\"two\nlines\",9900000000003014\r\n1,O\"Neil,9900000000003022\r\n1,a,9900000000003030,more\r\n1,,9900000000003048";
        var done = await manager.Post("imports/cards", Encoding.UTF8.GetBytes(file));
        Assert.That((done["accepted"], done["rejected"], done["lines"]), Is.EqualTo(("4", "2", "7")), done.Text);
        var faults = (await manager.Get($"{done.Location}/errors")).Json.GetProperty("items").EnumerateArray().Select(fault => $"{fault.GetProperty("line")} {fault.GetProperty("reason")}");
        Assert.That(faults, Is.EqualTo(new[]
        {
            "6 a quote is in the middle of a field, or text follows a closing quote.",
            "7 it has 4 fields, and the header has 3.",
        }));
        var member = (await manager.Get("cards/9900000000003006"))["member"];
        Assert.That((await manager.Get($"members/{member}"))["name"], Is.EqualTo("O\"Neil, 王"));
        Assert.That((await manager.Get("cards/9900000000003048"))["state"], Is.EqualTo("issued"));
    }

    private Task<BackOfficeAnswer> Send(byte[] file, string charset) => manager.Send(HttpMethod.Post, "imports/members", file, request =>
    {
        request.Content!.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse($"text/csv; charset={charset}");
        request.Headers.Add("Idempotency-Key", $"file-{++sent}");
    });

    private async Task IsRefused(byte[] file, string why)
    {
        var before = await host.Dump();
        var answer = await manager.Post("imports/cards", file);
        Assert.That((answer.Status, answer.Type), Is.EqualTo((HttpStatusCode.BadRequest, "application/problem+json")));
        Assert.That(answer["detail"], Does.StartWith(why));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }
}
