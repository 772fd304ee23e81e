using System.Net;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>What is not in its documented form is refused, and a patch changes what it names and nothing else.</summary>
internal sealed class StrictReadingTests
{
    private JposHost host = null!;
    private OfficeClient manager = null!;

    [SetUp]
    public async Task Start()
    {
        host = await JposHost.Borrow();
        manager = await OfficeClient.Of(host, Role.Manager);
    }

    [TearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("cards?state=active,frozen", "state")]
    [TestCase("cards?state=2", "state")]
    [TestCase("members?limit=0x5", "limit")]
    [TestCase("members?mobile=%20", "mobile")]
    [TestCase("members?Limit=5", "Limit")]
    [TestCase("exports/transactions?from=11/01/2026&to=2026-12-01", "from")]
    public async Task A_query_in_another_form_is_refused(string path, string field)
    {
        var refused = await manager.Get(path);
        Assert.That((refused.Status, refused.Blamed), Is.EqualTo((HttpStatusCode.BadRequest, new[] { field })), refused.Text);
    }

    [TestCase("""{"card":"9900000000000010","points":1,"points":500,"reason":"x"}""", "points")]
    [TestCase("""{"card":"9900000000000010","points":1e2,"reason":"x"}""", "points")]
    [TestCase("""{"card":"9900000000000010","Points":1,"reason":"x"}""", "Points")]
    public async Task A_body_in_another_form_is_refused(string body, string field)
    {
        var refused = await manager.Post("adjustments", body);
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest), refused.Text);
        Assert.That(refused.Blamed.Select(name => name.ToUpperInvariant()), Does.Contain(field.ToUpperInvariant()), refused.Text);
    }

    [Test]
    public async Task A_patch_of_the_grade_leaves_the_rest_of_a_member()
    {
        var made = await manager.Post("members", new { name = "王", gender = "02", email = "wang@example.org" });
        var patched = await manager.Patch($"members/{made["id"]}", new { grade = "gold" }, made.Tag);
        Assert.That((patched.Status, patched["grade"], patched["gender"], patched["email"]), Is.EqualTo((HttpStatusCode.OK, "gold", "02", "wang@example.org")), patched.Text);
    }
}
