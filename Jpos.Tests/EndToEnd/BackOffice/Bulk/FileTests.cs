using System.Net;
using System.Text;
using Jpos.Api.BackOffice.Imports;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>What files of cards may look like, and what becomes of those that are none.</summary>
internal sealed class FileTests
{
    private const string Header = "number,product\n";
    private const string Good = "9900000000002008,1\n";

    private JposHost host = null!;
    private OfficeClient manager = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow();
        manager = await OfficeClient.Of(host, Role.Manager);
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("", "The file is empty.")]
    [TestCase(Header, "The file has no line but its header.")]
    [TestCase("number,product,openingBalance,card no,name\n9900000000002008,1,,,\n", "Line 1: column 4 is not known.")]
    [TestCase("9900000000002008,1\n", "Line 1: column 1 is not known.")]
    [TestCase("number;product\n9900000000002008;1\n", "Line 1: column 1 is not known.")]
    [TestCase("number\n9900000000002008\n", "Line 1: product is missing.")]
    [TestCase("number,product,number\n9900000000002008,1,1\n", "Line 1: a column is there twice.")]
    public async Task A_file_that_is_none_is_refused_as_a_whole(string file, string why) => await IsRefused(Encoding.UTF8.GetBytes(file), why);

    [Test]
    public async Task A_file_in_another_encoding_is_refused() =>
        await IsRefused([.. Encoding.UTF8.GetBytes("number,product,name\n9900000000002008,1,"), 0xC0, 0xD6, 0x0A], "The file is not in UTF-8.");

    [Test]
    public async Task A_quote_that_does_not_end_is_found_before_anything_is_written() =>
        await IsRefused(Encoding.UTF8.GetBytes(Header + Good + "\"9900000000002016,1\n" + string.Concat(Enumerable.Repeat(Good, 1000))), "After line 2: a field has more than 10000 letters.");

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
        Assert.That((done["good"], done["bad"], done["lines"]), Is.EqualTo(("2", "3", "8")), done.Text);
        var faults = (await manager.Get($"{done.Location}/faults")).Json.GetProperty("items").EnumerateArray().Select(fault => $"{fault.GetProperty("line")} {fault.GetProperty("reason")}");
        Assert.That(faults, Is.EqualTo(new[]
        {
            "4 name: it has more than 100 letters, or control characters.",
            "6 there is a quote in the middle of a field, or something after one that ends it.",
            "7 it has 4 fields, and the header has 3.",
        }));
        var member = (await manager.Get("cards/9900000000003006"))["member"];
        Assert.That((await manager.Get($"members/{member}"))["name"], Is.EqualTo("O\"Neil, 王"));
        Assert.That((await manager.Get("cards/9900000000003048"))["state"], Is.EqualTo("issued"));
    }

    private async Task IsRefused(byte[] file, string why)
    {
        var before = await host.Dump();
        var answer = await manager.Post("imports/cards", file);
        Assert.That((answer.Status, answer.Type), Is.EqualTo((HttpStatusCode.BadRequest, "application/problem+json")));
        Assert.That(answer["detail"], Does.StartWith(why));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }
}
