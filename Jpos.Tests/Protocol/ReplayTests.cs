using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>One message, one effect: what is the same message, and what is another with its key (protocol §3).</summary>
internal sealed class ReplayTests
{
    private const string ConsumePath = "/v1/jpos/trans/consume";
    private const string CancelPath = "/v1/jpos/trans/cancel";

    private static readonly Form Consume = Form
        .Consume(7, points: "10", cash: "90", vouchers: """[{"id":1,"num":1}]""")
        .With("registerTraceNo", "R-1")
        .With("track2", $"{Form.GoldCard}=0000")
        .With("password", "0011223344556677")
        .With("unknown", "1");

    private static readonly Form Declined = Consume.With("traceNo", "000008").With("pointAmount", "1000.01");

    private static readonly Form Cancel = Form.Cancel(9, 7).With("oriRegisterTraceNo", "R-1").With("track2", $"{Form.GoldCard}=0000");

    private JposHost host = null!;
    private TerminalAnswerText consumed = null!;
    private TerminalAnswerText declined = null!;
    private TerminalAnswerText cancelled = null!;
    private string before = "";

    private static IEnumerable<TestCaseData> SameConsumes =>
    [
        Same(ConsumePath, form => form).SetArgDisplayNames("the same"),
        Same("/v1/trans/consume", form => form).SetArgDisplayNames("the other route"),
        Same("/V1/JPOS/Trans/CONSUME", form => form).SetArgDisplayNames("the route in capitals"),
        Same(ConsumePath, form => form.With("traceNo", form.Fields["traceNo"].TrimStart('0'))).SetArgDisplayNames("traceNo unpadded"),
        Same(ConsumePath, form => form.With("batchNo", "1")).SetArgDisplayNames("batchNo unpadded"),
        Same(ConsumePath, form => form.With("pointAmount", form.Fields["pointAmount"] == "10" ? "10.0" : "1000.01")).SetArgDisplayNames("pointAmount spelt otherwise"),
        Same(ConsumePath, form => form.With("cashAmount", "90.00")).SetArgDisplayNames("cashAmount 90.00"),
        Same(ConsumePath, form => form.With("cashAmount", "90.0")).SetArgDisplayNames("cashAmount 90.0"),
        Same(ConsumePath, form => form.With("vaucher", """ { "num" : "01", "id" : "1" } """)).SetArgDisplayNames("vaucher spelt otherwise"),
        Same(ConsumePath, form => form.With("unknown", "2")).SetArgDisplayNames("unknown field changed"),
        Same(ConsumePath, form => form.With("unknown", null).With("another", "x")).SetArgDisplayNames("unknown field replaced"),
        Same(ConsumePath, form => form.With("password", "FFEEDDCCBBAA9988")).SetArgDisplayNames("password changed"),
        Same(ConsumePath, form => form.With("password", null)).SetArgDisplayNames("password left out"),
        Same(ConsumePath, form => form.With("track2", $"{Form.GoldCard}D3001101")).SetArgDisplayNames("track2 changed"),
        Same(ConsumePath, form => form.With("track2", null)).SetArgDisplayNames("track2 left out"),
        Same(ConsumePath, form => form.With("track3", "99=D1")).SetArgDisplayNames("track3 added"),
        Same(ConsumePath, form => form.With("track2", $"{Form.EmptyCard}=0000")).SetArgDisplayNames("track2 of another card"),
        Same(ConsumePath, form => form.With("verifyCode", "123456")).SetArgDisplayNames("verifyCode added"),
    ];

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await ProtocolHost.RunSignedOn();
        consumed = await host.Post(ConsumePath, Consume);
        declined = await host.Post(ConsumePath, Declined);
        cancelled = await host.Post(CancelPath, Cancel);
        Assert.That((consumed.Status, declined.Status, cancelled.Status), Is.EqualTo(("00", "51", "00")));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        before = await host.Dump();
    }

    [TearDown]
    public async Task Nothing_has_moved() => Assert.That(await host.Dump(), Is.EqualTo(before));

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCaseSource(nameof(SameConsumes))]
    public async Task The_same_message_gets_the_stored_answer_byte_for_byte(string path, Func<Form, Form> respelt)
    {
        Assert.That((await host.Post(path, respelt(Consume))).Text, Is.EqualTo(consumed.Text));
        Assert.That((await host.Post(path, respelt(Declined))).Text, Is.EqualTo(declined.Text));
    }

    [TestCase("oriTransTime", "1")]
    [TestCase("oriTransTime", "1415125804472")]
    [TestCase("oriTransTime", null)]
    [TestCase("oriTransTime", "")]
    [TestCase("oriTraceNo", "7")]
    [TestCase("oriBatchNo", "1")]
    [TestCase("batchNo", null)]
    [TestCase("track2", null)]
    [TestCase("track3", "1")]
    [TestCase("operatorNo", "01")]
    [TestCase("oriTransDate", "20260302")]
    public async Task A_cancel_that_is_spelt_otherwise_is_the_same_cancel(string field, string? value) =>
        Assert.That((await host.Post(CancelPath, Cancel.With(field, value))).Text, Is.EqualTo(cancelled.Text));

    [TestCase("cardNo", Form.EmptyCard)]
    [TestCase("consumeType", "02")]
    [TestCase("pointAmount", "10.01")]
    [TestCase("pointAmount", "abc")]
    [TestCase("cashAmount", "89.99")]
    [TestCase("vaucher", """[{"id":1,"num":2}]""")]
    [TestCase("vaucher", """[{"id":2,"num":1}]""")]
    [TestCase("vaucher", """[{"id":1,"num":1},{"id":2,"num":1}]""")]
    [TestCase("vaucher", null)]
    [TestCase("vaucher", "[]")]
    [TestCase("registerTraceNo", "R-2")]
    [TestCase("registerTraceNo", "r-1")]
    [TestCase("registerTraceNo", null)]
    public async Task A_consume_with_other_content_is_declined_with_94(string field, string? value)
    {
        Assert.That((await host.Post(ConsumePath, Consume.With(field, value))).Status, Is.EqualTo("94"));
        Assert.That((await host.Post(ConsumePath, Declined.With(field, value))).Status, Is.EqualTo("94"));
    }

    [TestCase("cardNo", Form.EmptyCard)]
    [TestCase("oriBatchNo", "000002")]
    [TestCase("oriTraceNo", "000008")]
    [TestCase("oriSerialNo", "100000000001")]
    [TestCase("oriRegisterTraceNo", "R-2")]
    [TestCase("oriRegisterTraceNo", null)]
    public async Task A_cancel_with_other_content_is_declined_with_94(string field, string? value) =>
        Assert.That((await host.Post(CancelPath, Cancel.With(field, value))).Status, Is.EqualTo("94"));

    [Test]
    public async Task A_cancel_that_names_the_consume_another_way_is_declined_with_94() =>
        Assert.That((await host.Post(CancelPath, Cancel.With("oriBatchNo", null).With("oriTraceNo", null).With("oriSerialNo", consumed.Serial))).Status, Is.EqualTo("94"));

    [Test]
    public async Task Another_operation_with_the_key_is_declined_with_94()
    {
        Assert.That((await host.Post(CancelPath, Cancel.With("traceNo", "000007"))).Status, Is.EqualTo("94"));
        Assert.That((await host.Post(ConsumePath, Consume.With("traceNo", "000009"))).Status, Is.EqualTo("94"));
    }

    private static TestCaseData Same(string path, Func<Form, Form> respelt) => new(path, respelt);
}
