using System.Globalization;
using System.Text;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>The import command needs at most 64 MiB of memory for objects, whatever the file is: its process gets no more.</summary>
internal sealed class ImportMemoryTests
{
    private const string HeapLimit = "0x4000000";
    private const int Size = 100_000_000;

    private static IEnumerable<object[]> Hostile =>
    [
        ["bad", TestLength.Of("JPOS_TEST_IMPORT_BAD", shortForm: 40_000, longForm: 200_000)],
        .. TestLength.FirstOrAll<object[]>(["commas", 1], ["quoted", 1]),
    ];

    [TestCaseSource(nameof(Hostile))]
    public async Task The_command_stays_below_64_MiB(string kind, int bad)
    {
        await using var database = await TestDatabase.WithDemoData(Engine.Sqlite);
        var path = database.Folder.File("hostile.csv");
        await Write(path, kind, bad);
        var report = database.Folder.File("report.csv");
        using var process = HostProcess.DryRun(database, "members", path, report, ("DOTNET_GCHeapHardLimit", HeapLimit));
        Assert.That(await process.End(), Is.EqualTo(1), "there are bad lines");
        Assert.That(File.ReadLines(report).Count(), Is.EqualTo(bad + 1));
    }

    private static async Task Write(string path, string kind, int bad)
    {
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await file.WriteAsync("name,address\n");
        if (kind == "bad")
        {
            for (var line = 0; line < bad; line++)
            {
                await file.WriteAsync(string.Create(CultureInfo.InvariantCulture, $",nobody {line}\n"));
            }

            return;
        }

        await file.WriteAsync(kind == "quoted" ? "x,\"" : "x,");
        var block = new string(kind == "quoted" ? 'a' : ',', 1_000_000);
        for (var written = 0; written < Size; written += block.Length)
        {
            await file.WriteAsync(block);
        }
    }
}
