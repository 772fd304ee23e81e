using System.Net;
using System.Text;
using Jpos.Application.BackOffice.Imports;
using Jpos.Domain.Access;
using Jpos.Domain.Imports;
using Jpos.Infrastructure.BackOffice.Imports;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>Files of members are brought in: who has a document comes in once.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class MemberImportTests(Engine engine)
{
    private const int Lines = 1300;

    private JposHost host = null!;
    private BackOfficeClient clerk = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow(engine: engine);
        clerk = await BackOfficeClient.Of(host, Role.Operator);
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [Test]
    public async Task Members_come_in_as_the_lines_say_and_the_report_names_the_others()
    {
        var file = new MemberFile(Lines);
        var before = await Members();
        var done = await clerk.Post("imports/members", file.Bytes);
        Assert.That((done.Status, done["kind"], done["accepted"], done["rejected"]), Is.EqualTo((HttpStatusCode.OK, "members", $"{file.Good}", $"{file.Faults.Count}")), done.Text);
        Assert.That(await Reported(done.Location!), Is.EqualTo(file.Faults));
        Assert.That(await Members(), Is.EqualTo(before + file.Good));

        var (gold, platinum) = (await Of("13900001297"), (await clerk.Walk("members?sort=-id")).First(member => member.GetProperty("grade").GetString() == "platinum"));
        Assert.That(
            gold,
            Does.Match("""^\{"name":"Li, 1297","grade":"gold","gender":"01","mobile":"13900001297","idType":"05","idNumber":"\*\*\*\*1297","documentMark":"[0-9a-f]{16}","address":"","email":"li1297@example.com"\}$"""));
        Assert.That((platinum.GetProperty("idType").GetString(), platinum.GetProperty("address").GetString()), Is.EqualTo(("01", "Road 1298")));
        var audit = (await (await BackOfficeClient.Of(host, Role.SecurityOfficer)).Get("audit?limit=200")).Text;
        Assert.That(audit, Does.Contain("ImportMembers").And.Not.Contain("13900001297").And.Not.Contain("E0001297"));
    }

    [Test]
    public async Task Whoever_is_a_member_already_by_their_document_is_reported_and_stays_as_they_are()
    {
        var made = await clerk.Post("members", new { name = "钱十", idType = "05", idNumber = "E1" });
        var done = await clerk.Post("imports/members", "idNumber,idType,name\ne1,05,Other\nE1,06,Qian\n,,钱十\n,,钱十\nE1,06,Qian\n"u8.ToArray());
        Assert.That((done["accepted"], done["rejected"]), Is.EqualTo(("3", "2")), done.Text);
        Assert.That(await Reported(done.Location!), Is.EqualTo(new[] { (2, "idNumber: A member with this document already exists."), (6, "idNumber: A member with this document already exists.") }));
        Assert.That((await clerk.Get(made.Location!)).Text, Is.EqualTo(made.Text));
        Assert.That((await clerk.Walk("members?sort=-id")).Take(3).Select(member => $"{member.GetProperty("name")} {member.GetProperty("idType")}"), Is.EqualTo(new[] { "钱十 ", "钱十 ", "Qian 06" }));
    }

    [Test]
    public async Task Cut_off_it_goes_on_and_ends_as_if_nothing_had_been()
    {
        var file = new MemberFile(1800);
        await using var whole = await JposHost.Borrow(engine: engine);
        await (await BackOfficeClient.Of(whole, Role.Operator)).Post("imports/members", file.Bytes);

        var units = 0;
        host.Seam.Committing = db => db.ChangeTracker.Entries<Import>().Any(import => import.Entity.LinesDone > 0) && ++units == 3 ? throw new IOException("The disk is full.") : Task.CompletedTask;
        Assert.That((await clerk.Post("imports/members", file.Bytes)).Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That((await clerk.Get("imports")).Json.GetProperty("items")[0].GetProperty("linesDone").GetInt32(), Is.EqualTo(2 * ImportRun.LinesInUnit));

        host.Seam.Committing = _ => Task.CompletedTask;
        var again = await clerk.Post("imports/members", file.Bytes);
        Assert.That((again.Status, again["accepted"]), Is.EqualTo((HttpStatusCode.OK, $"{file.Good}")), again.Text);
        Assert.That(await host.InDatabase(BroughtIn.Of), Is.EqualTo(await whole.InDatabase(BroughtIn.Of)));
    }

    [Test]
    public async Task A_dry_run_tells_the_same_and_writes_nothing()
    {
        var file = new MemberFile(Lines);
        var path = host.Database.Folder.File("members.csv");
        await File.WriteAllBytesAsync(path, file.Bytes);
        var before = await host.Dump();

        await using var output = new StringWriter { NewLine = "\n" };
        await using var scope = host.Services.CreateAsyncScope();
        var code = await ActivatorUtilities.CreateInstance<ImportCommand>(scope.ServiceProvider, output).Run(ImportKind.Members, path, isDry: true, null, null, CancellationToken.None);

        Assert.That(
            (code, output.ToString().Split('\n').Where(line => line.StartsWith("Line ", StringComparison.Ordinal))),
            Is.EqualTo((1, file.Faults.Select(fault => $"Line {fault.Line}: {fault.Reason}"))));
        var tried = await clerk.Post("imports/members?dryRun=true", file.Bytes);
        Assert.That((tried["accepted"], tried["rejected"], tried.Json.GetProperty("errors").GetArrayLength()), Is.EqualTo(($"{file.Good}", $"{file.Faults.Count}", file.Faults.Count)), tried.Text);
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_file_of_members_is_no_file_of_cards()
    {
        var file = Encoding.UTF8.GetBytes("name,number\n王,9900000000002008\n");
        Assert.That((await clerk.Post("imports/members", file))["detail"], Does.StartWith("Line 1: column 2 (number) is not known. Did you mean idNumber? Known are name, grade, gender, mobile, idType, idNumber, address, email"));
    }

    private Task<int> Members() => host.InDatabase(db => db.Members.CountAsync());

    /// <summary>The member with a mobile, without their id.</summary>
    private async Task<string> Of(string mobile)
    {
        var text = (await clerk.Get($"members?mobile={mobile}")).Json.GetProperty("items").EnumerateArray().Single().ToString();
        return "{" + text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..];
    }

    private async Task<List<(int Line, string Reason)>> Reported(string import) =>
        [.. (await clerk.Walk($"{import}/errors?limit=7")).Select(fault => (fault.GetProperty("line").GetInt32(), fault.GetProperty("reason").GetString()!))];
}
