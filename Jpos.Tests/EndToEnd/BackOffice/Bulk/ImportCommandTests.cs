using Jpos.Application.BackOffice.Imports;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>The import command reads a file in the charset that is named, and reports what became of its rows.</summary>
internal sealed class ImportCommandTests
{
    [TestCase("gbk", 0)]
    [TestCase("GB18030", 0)]
    [TestCase("utf-8", 2)]
    [TestCase("big5", 2)]
    [TestCase(null, 2)]
    public async Task A_file_is_read_in_the_charset_that_is_named(string? charset, int code)
    {
        await using var database = await TestDatabase.WithDemoData(Engine.Sqlite);
        var path = database.Folder.File("members.csv");
        await File.WriteAllBytesAsync(path, ImportCharset.Of("gbk")!.GetBytes("name\n王五\n"));
        string[] option = charset is null ? [] : ["--charset", charset];
        var (ended, said) = await HostCommand.Run(database.Settings, ["import", "members", path, .. option]);
        Assert.That(ended, Is.EqualTo(code), said);
        Assert.That(said, code == 0 ? Does.Contain("1 lines accepted") : charset == "big5" ? Is.EqualTo("--charset must be one of: utf-8, gbk, gb2312, gb18030.") : Does.StartWith("The file is not in UTF-8. ").And.Contains("--charset gbk"));
        await using var db = database.Open();
        Assert.That(await db.Members.CountAsync(member => member.Name == "王五"), Is.EqualTo(code == 0 ? 2 : 1), "the demo data have one");
    }

    [Test]
    public async Task A_report_that_cannot_be_opened_is_refused_before_any_row_is_imported([Values] bool isFolder)
    {
        await using var database = await TestDatabase.WithDemoData(Engine.Sqlite);
        var path = database.Folder.File("members.csv");
        await File.WriteAllTextAsync(path, "name\n王五二\n");
        var report = isFolder ? Path.GetDirectoryName(path)! : database.Folder.File("missing") + "/rejected.csv";

        var (ended, said) = await HostCommand.Run(database.Settings, ["import", "members", path, "--report", report]);

        Assert.That(ended, Is.EqualTo(2), said);
        Assert.That(said, Does.Contain(report).And.Not.Contains("accepted"));
        await using var db = database.Open();
        Assert.That(await db.Members.CountAsync(member => member.Name == "王五二"), Is.Zero);
    }

    [Test]
    [Platform("Linux", Reason = "It has a file that is always full.")]
    public async Task A_report_that_cannot_be_completed_does_not_hide_what_was_imported()
    {
        await using var database = await TestDatabase.WithDemoData(Engine.Sqlite);
        var path = database.Folder.File("members.csv");
        await File.WriteAllTextAsync(path, "name\n王五二\n");

        var (ended, said) = await HostCommand.Run(database.Settings, ["import", "members", path, "--report", "/dev/full"]);

        Assert.That(ended, Is.EqualTo(1), said);
        Assert.That(said, Does.Contain("The report could not be written: ").And.EndsWith("Import 1: 1 lines accepted, 0 rejected, 0 blank."));
        await using var db = database.Open();
        Assert.That(await db.Members.CountAsync(member => member.Name == "王五二"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_refused_file_leaves_an_earlier_report_as_it_is()
    {
        await using var database = await TestDatabase.WithDemoData(Engine.Sqlite);
        var (path, report) = (database.Folder.File("members.csv"), database.Folder.File("rejected.csv"));
        await File.WriteAllTextAsync(path, "no column of members\n1\n");
        await File.WriteAllTextAsync(report, "earlier");

        var (ended, said) = await HostCommand.Run(database.Settings, ["import", "members", path, "--report", report]);

        Assert.That((ended, await File.ReadAllTextAsync(report)), Is.EqualTo((2, "earlier")), said);
    }
}
