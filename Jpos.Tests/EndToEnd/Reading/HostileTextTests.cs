using System.Diagnostics;
using System.Text.Json.Nodes;
using Jpos.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Jpos.Tests.EndToEnd.Reading;

/// <summary>Every place of every request is refused by name, or taken in its documented form.</summary>
internal sealed class HostileTextTests
{
    [TestCase(Source.Path)]
    [TestCase(Source.Query)]
    [TestCase(Source.Header)]
    [TestCase(Source.Body)]
    [TestCase(Source.Form)]
    public async Task A_hostile_text_is_refused_by_name_or_taken_in_its_documented_form_wherever_it_stands(Source source)
    {
        await using var host = await JposHost.Run();
        var fuzzer = await Fuzzer.On(host);
        var audited = await Audited(host);
        var watch = Stopwatch.StartNew();
        var places = BoundPlaces.OfHost().Where(place => place.Source == source).ToList();
        var surprises = await fuzzer.Run(places);
        await TestContext.Out.WriteLineAsync($"{places.Count} places, {HostileTexts.Foreign.Length + HostileTexts.Near("1").Count() + HostileTexts.Json.Length} texts, {fuzzer.Sent} requests, {fuzzer.Accepted} accepted, {surprises.Count} surprises, {watch.Elapsed.TotalSeconds:F1} s");
        Assert.That(surprises.Select(surprise => surprise.ToString()).Order(StringComparer.Ordinal), Is.Empty);
        Assert.That(await Audited(host) - audited, Is.EqualTo(fuzzer.Accepted), "what is refused changes nothing");
    }

    private static Task<int> Audited(JposHost host) => host.InDatabase(db => db.Audit.CountAsync());
}
