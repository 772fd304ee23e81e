using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>As <see cref="ReplayTests"/>, for refunds, their cancels, consumptions of tickets and activations (protocol §3).</summary>
internal sealed class LaterReplayTests
{
    private const string Mobile = "13900000001";
    private const string Tickets = """[{"id":1,"num":1},{"id":2,"num":2,"type":"01"}]""";

    private readonly Dictionary<string, (Form Form, TerminalAnswerText Answer)> done = [];
    private readonly Texts texts = new();
    private JposHost host = null!;
    private string before = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await ProtocolHost.Run(texts.AsSetting());
        await host.SignOn(Form.Terminal);
        var consume = await host.Post("/v1/jpos/trans/consume", Form.Consume(7, points: "10", cash: "90").With("registerTraceNo", "R-1"));
        await host.Post("/v1/jpos/mobile/sendVerifyCode", Forms.SendVerifyCode(Mobile));
        await Do("refunds", Forms.Refund(8, consume.Serial).With("oriTransDate", "20260302").With("oriRegisterTraceNo", "R-1"), "00");
        await Do("refunds/cancel", Forms.CancelRefund(9, 8).With("oriRegisterTraceNo", "R-1"), "00");
        await Do("tickets/consume", Forms.ConsumeTickets(10, Tickets), "00");
        await Do("card/active", Forms.Activate(11, Mobile, texts.CodesFor(Mobile)[0]), "00");
        host.Time.Advance(TimeSpan.FromMinutes(10));
        before = await host.Dump();
    }

    [TearDown]
    public async Task Nothing_has_moved() => Assert.That(await host.Dump(), Is.EqualTo(before));

    [OneTimeTearDown]
    public async Task Stop()
    {
        await host.DisposeAsync();
        texts.Dispose();
    }

    [TestCase("refunds", "unknown", "1")]
    [TestCase("refunds", "traceNo", "8")]
    [TestCase("refunds", "batchNo", null)]
    [TestCase("refunds", "batchNo", "1")]
    [TestCase("refunds", "track2", "9900000000000010=0000")]
    [TestCase("refunds", "track3", "1")]
    [TestCase("refunds", "oriTransTime", "1")]
    [TestCase("refunds/cancel", "unknown", "1")]
    [TestCase("refunds/cancel", "batchNo", null)]
    [TestCase("refunds/cancel", "oriTraceNo", "8")]
    [TestCase("refunds/cancel", "oriBatchNo", "1")]
    [TestCase("refunds/cancel", "oriTransTime", "1")]
    [TestCase("refunds/cancel", "oriTransTime", null)]
    [TestCase("refunds/cancel", "track2", "9900000000000077=0000")]
    [TestCase("tickets/consume", "unknown", "1")]
    [TestCase("tickets/consume", "batchNo", "1")]
    [TestCase("tickets/consume", "track2", "9900000000000010=0000")]
    [TestCase("tickets/consume", "ticket", """ [ {"type":1,"num":"2","id":"2"}, {"num":1,"id":"01"} ] """)]
    [TestCase("card/active", "unknown", "1")]
    [TestCase("card/active", "verifyCode", "000000")]
    [TestCase("card/active", "idNo", "11010519491231002x")]
    [TestCase("card/active", "track2", "9900000000000036=0000")]
    [TestCase("card/active", "traceNo", "11")]
    public async Task The_same_message_gets_the_stored_answer_byte_for_byte(string path, string field, string? value)
    {
        var (form, answer) = done[path];
        Assert.That((await host.Post($"/v1/jpos/{path}", form.With(field, value))).Text, Is.EqualTo(answer.Text));
        Assert.That((await host.Post($"/v1/{path}", form.With(field, value))).Text, Is.EqualTo(answer.Text));
    }

    [TestCase("refunds", "cardNo", Form.EmptyCard)]
    [TestCase("refunds", "oriSerialNo", "999999999999")]
    [TestCase("refunds", "oriTransDate", "20260301")]
    [TestCase("refunds", "oriTransDate", null)]
    [TestCase("refunds", "oriRegisterTraceNo", "R-2")]
    [TestCase("refunds", "oriRegisterTraceNo", null)]
    [TestCase("refunds/cancel", "cardNo", Form.EmptyCard)]
    [TestCase("refunds/cancel", "oriBatchNo", "000002")]
    [TestCase("refunds/cancel", "oriTraceNo", "000007")]
    [TestCase("refunds/cancel", "oriSerialNo", "999999999999")]
    [TestCase("refunds/cancel", "oriTransDate", "20260302")]
    [TestCase("refunds/cancel", "oriRegisterTraceNo", null)]
    [TestCase("tickets/consume", "cardNo", Form.EmptyCard)]
    [TestCase("tickets/consume", "ticket", """[{"id":1,"num":1}]""")]
    [TestCase("tickets/consume", "ticket", """[{"id":1,"num":1},{"id":2,"num":1,"type":"01"}]""")]
    [TestCase("tickets/consume", "ticket", """[{"id":1,"num":1},{"id":3,"num":2}]""")]
    [TestCase("card/active", "cardNo", "9900000000000093")]
    [TestCase("card/active", "mobileNo", "13900000002")]
    [TestCase("card/active", "idType", "05")]
    [TestCase("card/active", "idNo", "110101199001011237")]
    [TestCase("card/active", "idNo", null)]
    public async Task A_message_with_other_content_is_declined_with_94(string path, string field, string? value) =>
        Assert.That((await host.Post($"/v1/jpos/{path}", done[path].Form.With(field, value))).Status, Is.EqualTo("94"));

    [Test]
    public async Task Another_operation_with_the_key_is_declined_with_94()
    {
        foreach (var (path, (form, _)) in done)
        {
            foreach (var (other, (_, answer)) in done.Where(other => other.Key != path))
            {
                var trace = done[other].Form.Fields["traceNo"];
                Assert.That((await host.Post($"/v1/jpos/{path}", form.With("traceNo", trace))).Status, Is.EqualTo("94"), $"{path} with the key of {other}, {answer.Status}");
            }
        }
    }

    private async Task Do(string path, Form form, string status)
    {
        var answer = await host.Post($"/v1/jpos/{path}", form);
        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
        done.Add(path, (form, answer));
    }
}
