using System.Text.Json;
using Jpos.Api.Logging;
using NLog;

namespace Jpos.Tests.Unit.Logging;

/// <summary>A log line as JSON.</summary>
internal sealed class JsonLineTests
{
    [Test]
    public void A_line_is_one_JSON_object_in_UTC_with_masked_fields()
    {
        var logged = new LogEventInfo(LogLevel.Info, "Jpos", null, "Card {Card} has {Count}", ["9900000000000010", 3]);
        var line = new JsonLine().Render(logged);

        Assert.That(line, Does.Not.Contain("9900000000000010").And.Not.Contain("\n"));
        using var json = JsonDocument.Parse(line);
        Assert.That(json.RootElement.GetProperty("time").GetString(), Does.EndWith("Z"));
        Assert.That(json.RootElement.GetProperty("fields").GetProperty("Card").GetString(), Is.EqualTo("990000******0010"));
        Assert.That(json.RootElement.GetProperty("fields").GetProperty("Count").GetInt32(), Is.EqualTo(3));
    }
}
