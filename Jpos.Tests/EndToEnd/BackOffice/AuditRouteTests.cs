using System.Text.Json;
using Jpos.Domain.Access;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.EndToEnd.BackOffice;

/// <summary>Every change is in the audit log, with who, when, before and after; and nothing else is.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.SqliteOrEach))]
internal sealed class AuditRouteTests(Engine engine)
{
    [Test]
    public async Task A_change_is_logged_with_what_was_before_and_what_is_now()
    {
        await using var host = await JposHost.Borrow(engine: engine);
        var (manager, officer) = (await BackOfficeClient.Of(host, Role.Manager), await BackOfficeClient.Of(host, Role.SecurityOfficer));
        var added = await manager.Post("stores", new { number = "41", name = "first" });
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var changed = await manager.Put("stores/41", new { name = "second" }, added.Tag);
        await manager.Put("stores/41", new { name = "late" }, added.Tag);
        await manager.Post("stores", new { number = "41", name = "acknowledged" });

        var entries = (await officer.Get("audit?subject=stores/41")).Json.GetProperty("items").EnumerateArray().ToList();
        Assert.That(entries.Select(entry => entry.GetProperty("action").GetString()), Is.EqualTo(["ChangeStore", "CreateStore"]), "the newest first, and nothing of what was refused");
        Assert.That(entries.Select(entry => entry.GetProperty("at").GetString()), Is.EqualTo(["2026-03-02T04:01:00Z", "2026-03-02T04:00:00Z"]));
        Assert.That(entries.Select(entry => entry.GetProperty("actor").GetString()), Is.All.StartsWith("test Manager ("));
        Assert.That(
            (Json(entries[1], "before"), Json(entries[1], "after"), Json(entries[0], "before"), Json(entries[0], "after")),
            Is.EqualTo(((string?)null, added.Text, added.Text, changed.Text)));
        var page = await officer.Get("audit?limit=1");
        Assert.That((await officer.Get(page["next"]!)).Json.GetProperty("items")[0].GetProperty("number").GetInt64(), Is.LessThan(page.Json.GetProperty("items")[0].GetProperty("number").GetInt64()));
    }

    private static string? Json(JsonElement entry, string field) => entry.GetProperty(field).GetString();
}
