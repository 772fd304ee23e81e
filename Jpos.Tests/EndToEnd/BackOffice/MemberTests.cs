using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Members come to be and change through the back office, which never shows the number of a document.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class MemberTests(Engine engine)
{
    private const string Document = "110101199003071233";

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

    [TestCase("110101199001011237", 1)]
    [TestCase("440524188001010014", 0)]
    [TestCase(null, 0)]
    public async Task A_document_that_another_member_has_raises_an_alert_at_its_activation_on_a_terminal(string? number, int alerts)
    {
        using var texts = new Texts();
        await using var own = await JposHost.Run([texts.AsSetting()]);
        await own.SignOn(Form.Terminal);
        var clerk = await BackOfficeClient.Of(own, Role.Manager);
        await own.Post("/v1/jpos/mobile/sendVerifyCode", Forms.SendVerifyCode("13912340001"));
        var activated = await own.Post("/v1/jpos/card/active", Forms.Activate(1, "13912340001", texts.All().Single().Code).With("idNo", number));
        Assert.That(activated.Status, Is.EqualTo("00"), activated.Text);

        var raised = (await clerk.Walk("alerts?kind=documentShared")).Select(alert => alert.GetProperty("transaction").GetString()).ToList();
        Assert.That(raised, Is.EqualTo(Enumerable.Repeat(activated.Serial, alerts)));
    }

    [Test]
    public async Task A_member_is_added_and_found()
    {
        var added = await clerk.Post("members", new { name = "钱十", grade = "platinum", gender = "02", mobile = "13900000001", idType = "05", idNumber = "e12345678", address = "某路1号", email = "q@example.com" });
        Assert.That((added.Status, added.Location), Is.EqualTo((HttpStatusCode.Created, $"/api/v1/members/{added["id"]}")), added.Text);
        Assert.That(added.Text, Is.EqualTo(
            $$"""{"id":{{added["id"]}},"name":"钱十","grade":"platinum","gender":"02","mobile":"13900000001","idType":"05","idNumber":"*****5678","documentMark":"{{added["documentMark"]}}","address":"某路1号","email":"q@example.com"}"""));
        var found = await clerk.Get(added.Location!);
        Assert.That((found.Text, found.Tag), Is.EqualTo((added.Text, added.Tag)));
        Assert.That((await clerk.Get("members?mobile=13900000001")).Json.GetProperty("items").EnumerateArray().Single().ToString(), Is.EqualTo(added.Text));
        Assert.That((await clerk.Get("members?mobile=13900000002")).Json.GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_document_is_shown_to_nobody_and_stays_if_nothing_is_said_of_it()
    {
        var added = await clerk.Post("members", new { name = "钱十", idType = "01", idNumber = Document });
        var changed = await clerk.Put(added.Location!, new { name = "钱十一" }, added.Tag);
        Assert.That((changed.Status, changed["name"], changed["idType"], changed["idNumber"]), Is.EqualTo((HttpStatusCode.OK, "钱十一", "01", "**************1233")), changed.Text);
        Assert.That(await host.Dump(), Does.Contain(Document), "it is there");

        var officer = await BackOfficeClient.Of(host, Role.SecurityOfficer);
        var seen = added.Text + changed.Text + (await officer.Get(added.Location!)).Text + (await officer.Get("members")).Text + (await officer.Get("audit")).Text + await Kept();
        Assert.That(seen, Does.Not.Contain(Document).And.Contain("**************1233"));

        var replaced = await clerk.Put(added.Location!, new { name = "钱十一", idType = "07", idNumber = "(AB)12" }, changed.Tag);
        Assert.That((replaced["idType"], replaced["idNumber"]), Is.EqualTo(("07", "**B)12")), replaced.Text);
    }

    [Test]
    public async Task A_change_of_hidden_digits_is_a_change()
    {
        const string hidden = "e99995678";
        var added = await clerk.Post("members", new { name = "钱十", idType = "05", idNumber = "e12345678" });
        var other = await clerk.Post("members", new { name = "钱十", idType = "06", idNumber = "e12345678" });
        var changed = await clerk.Put(added.Location!, new { name = "钱十", idType = "05", idNumber = hidden }, added.Tag);
        Assert.That((changed.Status, changed["idNumber"], changed.Tag), Is.EqualTo((HttpStatusCode.OK, added["idNumber"], (await clerk.Get(added.Location!)).Tag)), changed.Text);

        Assert.That((string?[])[added["documentMark"], other["documentMark"], changed["documentMark"]], Is.Unique.And.All.Match("^[0-9a-f]{16}$"));
        Assert.That((await clerk.Post("members", new { name = "without" }))["documentMark"], Is.Empty);
        Assert.That((await clerk.Put(added.Location!, new { name = "late" }, added.Tag)).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That((await (await BackOfficeClient.Of(host, Role.SecurityOfficer)).Get($"audit?subject=members/{added["id"]}")).Text, Does.Contain(changed["documentMark"]).And.Not.Contain(hidden));
    }

    [TestCase("01", "11010519491231002X", "01", "11010519491231002x")]
    [TestCase("05", "E1(2)-3", "05", "e1(2)-3")]
    public async Task A_document_is_one_members_at_every_door(string type, string number, string sameType, string same)
    {
        var owner = await clerk.Post("members", new { name = "钱十", idType = type, idNumber = number });
        var other = await clerk.Post("members", new { name = "钱十一" });
        foreach (var refused in new[]
        {
            await clerk.Post("members", new { name = "x", idType = sameType, idNumber = same }),
            await clerk.Put(other.Location!, new { name = "x", idType = sameType, idNumber = same }, other.Tag),
            await clerk.Patch(other.Location!, new { idType = sameType, idNumber = same }, other.Tag),
        })
        {
            Assert.That((refused.Status, refused.Blamed.SingleOrDefault()), Is.EqualTo((HttpStatusCode.Conflict, "idNumber")), refused.Text);
            Assert.That(refused.Text, Does.Not.Contain(number).And.Not.Contain(same));
        }

        var manager = await BackOfficeClient.Of(host, Role.Manager);
        foreach (var (kind, file) in new[] { ("members", $"name,idType,idNumber\nx,{sameType},{same}\n"), ("cards", $"number,product,name,idType,idNumber\n9900000000002008,1,x,{sameType},{same}\n") })
        {
            var tried = await manager.Post($"imports/{kind}?dryRun=true", System.Text.Encoding.UTF8.GetBytes(file));
            Assert.That(tried.Json.GetProperty("errors")[0].GetProperty("reason").GetString(), Is.EqualTo("idNumber: A member with this document already exists."), kind);
            Assert.That((await manager.Post($"imports/{kind}", System.Text.Encoding.UTF8.GetBytes(file)))["rejected"], Is.EqualTo("1"), kind);
        }

        Assert.That((await clerk.Walk("members?sort=-id"))[0].GetProperty("name").GetString(), Is.EqualTo("钱十一"));
        Assert.That((await clerk.Put(owner.Location!, new { name = "钱十", idType = sameType, idNumber = same }, owner.Tag)).Status, Is.EqualTo(HttpStatusCode.OK), "it is their own");
        Assert.That((await clerk.Post("members", new { name = "x", idType = type == "07" ? "06" : "07", idNumber = number })).Status, Is.EqualTo(HttpStatusCode.Created), "another kind of document is another one");
    }

    [Test]
    public async Task Of_many_who_add_the_same_document_at_once_one_does()
    {
        var clerks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => BackOfficeClient.Of(host, Role.Operator)));
        var added = await Task.WhenAll(clerks.Select(each => each.Post("members", new { name = "x", idType = "01", idNumber = Document })));
        Assert.That(added.Select(answer => answer.Status), Has.Exactly(1).EqualTo(HttpStatusCode.Created).And.Exactly(7).EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task A_change_of_grade_is_felt_by_the_next_message()
    {
        await host.SignOn(Form.Terminal);
        var member = $"members/{(await clerk.Get($"cards/{Form.EmptyCard}"))["member"]}";
        await clerk.Put(member, new { name = "周八", grade = "diamond" }, (await clerk.Get(member)).Tag);
        await host.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "100", card: Form.EmptyCard));
        Assert.That((await clerk.Get($"cards/{Form.EmptyCard}"))["balance"], Is.EqualTo("3"));
    }

    [Test]
    public async Task Who_decided_on_an_older_state_changes_nothing()
    {
        var seen = await clerk.Get("members/1");
        await clerk.Put("members/1", new { name = "first" }, seen.Tag);
        var before = await host.Dump();
        Assert.That((await clerk.Put("members/1", new { name = "second" }, seen.Tag)).Status, Is.EqualTo(HttpStatusCode.PreconditionFailed));
        Assert.That((await clerk.Put("members/999", new { name = "second" }, "*")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    [Test]
    public async Task A_list_is_walked_page_by_page_and_ends()
    {
        var ids = new List<long>();
        for (var next = "members?limit=3"; next is not null;)
        {
            var page = await clerk.Get(next);
            ids.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(member => member.GetProperty("id").GetInt64()));
            next = page.Json.GetProperty("next").GetString();
        }

        Assert.That(ids, Has.Count.EqualTo(7).And.Ordered.And.Unique);
        Assert.That((await clerk.Get("members?after=x&mobile=1")).Blamed, Is.EquivalentTo(["after", "mobile"]));
    }

    [Test]
    public async Task What_does_not_do_is_named_and_changes_nothing()
    {
        var before = await host.Dump();
        foreach (var (body, field) in new (string, string)[]
        {
            ("""{}""", "name"),
            ("""{"name":"x","grade":"wood"}""", "grade"),
            ("""{"name":"x","gender":"03"}""", "gender"),
            ("""{"name":"x","mobile":"12900000001"}""", "mobile"),
            ("""{"name":"x","idType":"08","idNumber":"1"}""", "idType"),
            ("""{"name":"x","idType":"05"}""", "idNumber"),
            ("""{"name":"x","idNumber":"E1"}""", "idType"),
            ("""{"name":"x","idType":"01","idNumber":"110101199003071234"}""", "idNumber"),
            ("""{"name":"x","idType":"05","idNumber":"*****5678"}""", "idNumber"),
            ("""{"name":"x","email":"nobody"}""", "email"),
            ("""{"name":"x","address":"a\nb"}""", "address"),
            ("""{"name":"x","points":7}""", "points"),
        })
        {
            var refused = await clerk.Post("members", body);
            Assert.That((refused.Status, refused.Blamed.Single()), Is.EqualTo((HttpStatusCode.BadRequest, field)), $"{body}: {refused.Text}");
        }

        Assert.That(await host.Dump(), Is.EqualTo(before));
    }

    /// <summary>What is kept of the answers, for repeats.</summary>
    private async Task<string> Kept() => string.Join('\n', (await host.Dump()).Split('\n').Where(line => line.StartsWith("KeptResults|", StringComparison.Ordinal)));
}
