using Jpos.Domain.Protocol;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>An import whose process is killed goes on when it is started again.</summary>
internal sealed class KilledImportTests
{
    private const int Lines = 2000;

    private static IEnumerable<string> Kinds => TestLength.FirstOrAll("cards", "members");

    [TestCaseSource(nameof(Kinds))]
    public async Task Killed_and_run_again_it_ends_as_if_nothing_had_been(string kind)
    {
        await using var whole = await TestDatabase.WithDemoData(Engine.Sqlite);
        await using var killed = await TestDatabase.WithDemoData(Engine.Sqlite);
        BulkFile file = kind == "cards" ? new CardFile(Lines, await Product(whole)) : new MemberFile(Lines);
        var path = whole.Folder.File("lines.csv");
        await File.WriteAllBytesAsync(path, file.Bytes);
        Assert.That(await Import(whole, kind, path), Is.EqualTo(1), "there are bad lines");

        using (var first = HostProcess.Import(killed, kind, path))
        {
            while (await Done(killed) == 0)
            {
                await Task.Delay(5);
            }

            await first.Kill();
        }

        Assert.That(Directory.EnumerateFiles(killed.Folder.Path, "jpos-*"), Is.Empty, "no copy of what was to be brought in is left");

        var stopped = await Done(killed);
        Assert.That(stopped, Is.InRange(1, Lines - 1), "some lines are done, but not all");
        Assert.That(await killed.Faults(), Is.Empty);
        Assert.That(await Import(killed, kind, path), Is.EqualTo(1));

        await using var left = whole.Open();
        await using var right = killed.Open();
        Assert.That(await BroughtIn.Of(right), Is.EqualTo(await BroughtIn.Of(left)));
        var report = await File.ReadAllTextAsync(killed.Folder.File("bad.csv"));
        Assert.That(report, Is.EqualTo(await File.ReadAllTextAsync(whole.Folder.File("bad.csv"))));
        Assert.That(report.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(file.Faults.Select(fault => $"{fault.Line},{fault.Line},{(fault.Reason.Contains(',', StringComparison.Ordinal) ? $"\"{fault.Reason}\"" : fault.Reason)}").Prepend("Line,LastLine,Reason")));
        Assert.That(await killed.Faults(), Is.Empty);
    }

    private static async Task<int> Import(TestDatabase database, string kind, string path) =>
        (await HostCommand.Run(database.Settings, "import", kind, path, "--report", database.Folder.File("bad.csv"))).Code;

    private static async Task<long> Product(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Cards.Where(card => card.Number == CardNumber.Of(Form.GoldCard)).Select(card => card.Product.Id).SingleAsync();
    }

    private static async Task<int> Done(TestDatabase database)
    {
        await using var db = database.Open();
        return await db.Imports.Select(import => import.LinesDone).SingleOrDefaultAsync();
    }
}
