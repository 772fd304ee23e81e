using Jpos.Application.BackOffice.Imports;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>The import command reads a file in the charset that is named.</summary>
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
}
