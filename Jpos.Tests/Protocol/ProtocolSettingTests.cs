using System.Text.Json;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>The settings that shape answers (protocol §1, §10).</summary>
internal sealed class ProtocolSettingTests
{
    private static readonly string[] Paths = ["terminal/checkin", "cards", "trans/consume", "trans/consumeReversal", "trans/cancel", "trans/cancelReversal", "nowhere"];

    [TestCase("Seconds", 1_772_424_000)]
    [TestCase("Milliseconds", 1_772_424_000_000)]
    public async Task Times_are_in_the_unit_of_the_setting(string unit, long expected)
    {
        await using var host = await ProtocolHost.RunSignedOn(KeyValuePair.Create("Jpos:Protocol:TimeUnit", unit));
        var approved = await host.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "1"));
        var declined = await host.Post("/v1/jpos/trans/consume", Form.Consume(2, points: "9999"));
        var malformed = await host.Post("/v1/jpos/trans/consume", Form.Consume(3).With("cardNo", "1"));
        var unknown = await host.Post("/v1/jpos/nowhere", Form.Consume(4));
        TerminalAnswerText[] answers = [approved, declined, malformed, unknown];
        Assert.That(answers.Select(answer => answer.Status), Is.EqualTo(["00", "51", "30", "40"]));
        Assert.That(answers.Select(answer => answer.Json.GetProperty("transTime").GetInt64()), Is.All.EqualTo(expected));
    }

    [Test]
    public async Task Without_detail_an_answer_says_nothing_in_english()
    {
        await using var host = await ProtocolHost.RunSignedOn(KeyValuePair.Create("Jpos:Protocol:Detail", "false"));
        var message = Form.Consume(1, points: "9999").With("operatorNo", "99").With("oriBatchNo", "000001").With("oriTraceNo", "000777");
        foreach (var path in Paths)
        {
            foreach (var form in new[] { message, message.With("storeNo", null), message.With("terminalNo", "10000003") })
            {
                var answer = await host.Post($"/v1/jpos/{path}", form);
                Assert.That(answer.Json.TryGetProperty("detail", out _), Is.False, answer.Text);
                Assert.That(answer.Json.EnumerateObject().Select(key => key.Value.ValueKind), Has.None.EqualTo(JsonValueKind.Null));
            }
        }
    }
}
