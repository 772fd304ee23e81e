using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>Two failures in one message: the first of the table in protocol §2 is answered, whichever was easier to find.</summary>
internal sealed class PrecedenceTests
{
    private const string Unknown = "9900000000000101";
    private const string Issued = "9900000000000036";
    private const string Lost = "9900000000000044";
    private const string Frozen = "9900000000000051";
    private const string Expired = "9900000000000069";
    private const string FrozenAndExpired = "9900000000000093";
    private const string SecondStore = "storeNo=100000000000002 terminalNo=20000001";
    private const string NoStore = "storeNo=100000000000003";
    private const string ClosedStore = "storeNo=100000000000009";
    private const string NoTerminal = "terminalNo=10000009";
    private const string Disabled = "terminalNo=10000003";
    private const string NotSignedOn = "terminalNo=10000004";
    private const string Mac = "X-Jpos-Mac=0011223344556677";
    private const string NoBatch = "batchNo=000009";
    private const string Used = "traceNo=000001";
    private const string PastTrack = "track2=9900000000000010=2601";
    private const string OtherTrack = "track2=9900000000000101=3001";
    private const string TooMany = "pointAmount=5000";
    private const string OverLimit = "cashAmount=20000";
    private const string NotMine = """vaucher=[{"id":99,"num":1}]""";

    private JposHost host = null!;
    private int lastTrace = 100;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await ProtocolHost.RunSignedOn();
        await host.SignOn("10000002");
        Assert.That((await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn("20000001").With("storeNo", "100000000000002"))).Status, Is.EqualTo("00"));
        foreach (var trace in new[] { 1, 2, 3 })
        {
            Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(trace, cash: "1"))).Status, Is.EqualTo("00"));
        }

        Assert.That((await host.Post("/v1/jpos/trans/cancel", Form.Cancel(4, 3))).Status, Is.EqualTo("00"));
        Assert.That((await host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(5))).Status, Is.EqualTo("25"));
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(6, points: "9999"))).Status, Is.EqualTo("51"));
        await host.Arrange("store 100000000000002 denies consume");
        await host.Arrange($"product-of {Form.GoldCard} pays-at-most 10000");
        await host.Arrange($"card {FrozenAndExpired} frozen");
        await host.Arrange($"card {FrozenAndExpired} expired");
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("30", "cardNo=1", NoStore)]
    [TestCase("30", "cardNo=1", NoTerminal)]
    [TestCase("30", "cardNo=1", Disabled)]
    [TestCase("30", "cardNo=1", Mac)]
    [TestCase("30", "cardNo=1", NotSignedOn)]
    [TestCase("30", "cardNo=1", NoBatch)]
    [TestCase("30", "consumeType=x", Used)]
    [TestCase("30", "vaucher={", SecondStore)]
    [TestCase("30", "vaucher={", "cardNo=" + Lost)]
    [TestCase("30", "vaucher={", "cashAmount=NaN")]
    [TestCase("30", "consumeType=022", NoStore)]
    [TestCase("30", "consumeType=011", "cardNo=" + Unknown)]
    [TestCase("30", "password=00112233445566778899AABBCCDDEEFF", ClosedStore)]
    [TestCase("03", NoStore, NoTerminal)]
    [TestCase("03", ClosedStore, Disabled)]
    [TestCase("03", NoStore, Mac)]
    [TestCase("03", NoStore, NotSignedOn)]
    [TestCase("03", ClosedStore, NoBatch)]
    [TestCase("03", NoStore, Used)]
    [TestCase("03", NoStore, "cardNo=" + Unknown)]
    [TestCase("03", NoStore, "cashAmount=-1")]
    [TestCase("97", NoTerminal, Mac)]
    [TestCase("97", NoTerminal, NoBatch)]
    [TestCase("97", NoTerminal, Used)]
    [TestCase("97", NoTerminal, "cardNo=" + Frozen)]
    [TestCase("97", NoTerminal, "cashAmount=1e2")]
    [TestCase("58", Disabled, Mac)]
    [TestCase("58", Disabled, NoBatch)]
    [TestCase("58", "storeNo=100000000000002", Mac)]
    [TestCase("58", "storeNo=100000000000002", Used)]
    [TestCase("58", Disabled, "cardNo=" + Unknown)]
    [TestCase("58", Disabled, "cashAmount=NaN")]
    [TestCase("A0", Mac, NoBatch)]
    [TestCase("A0", Mac, Used)]
    [TestCase("A0", "terminalNo=10000002", NoBatch)]
    [TestCase("A0", "terminalNo=10000002", "cardNo=" + Unknown)]
    [TestCase("A0", Mac, "cashAmount=NaN")]
    [TestCase("77", NotSignedOn, Mac)]
    [TestCase("77", NoBatch, Used)]
    [TestCase("77", NotSignedOn, "cardNo=" + Unknown)]
    [TestCase("77", NoBatch, "cashAmount=NaN")]
    [TestCase("77", NoBatch, SecondStore)]
    [TestCase("94", Used, "cardNo=" + Unknown)]
    [TestCase("94", Used, "cardNo=" + Lost)]
    [TestCase("94", Used, "cashAmount=NaN")]
    [TestCase("94", Used, TooMany)]
    [TestCase("94", "traceNo=000005", "cardNo=" + Unknown)]
    [TestCase("94", "traceNo=000005", "cashAmount=NaN")]
    [TestCase("57", SecondStore, "cardNo=" + Unknown)]
    [TestCase("57", SecondStore, "cardNo=" + Issued)]
    [TestCase("57", SecondStore, "cardNo=" + Lost)]
    [TestCase("57", SecondStore, "cashAmount=NaN")]
    [TestCase("57", SecondStore, TooMany)]
    [TestCase("57", SecondStore, OtherTrack)]
    [TestCase("14", "cardNo=" + Unknown, PastTrack)]
    [TestCase("14", "cardNo=" + Unknown, "cashAmount=NaN")]
    [TestCase("14", "cardNo=" + Unknown, TooMany)]
    [TestCase("14", OtherTrack, "cardNo=" + Issued)]
    [TestCase("14", OtherTrack, "cardNo=" + Lost)]
    [TestCase("14", OtherTrack, "cardNo=" + Frozen)]
    [TestCase("14", OtherTrack, "cardNo=" + Expired)]
    [TestCase("14", OtherTrack, "cashAmount=NaN")]
    [TestCase("14", "track2=9900000000000101=2601", TooMany)]
    [TestCase("21", "cardNo=" + Issued, "track2=9900000000000036=2601")]
    [TestCase("21", "cardNo=" + Issued, "cashAmount=NaN")]
    [TestCase("21", "cardNo=" + Issued, TooMany)]
    [TestCase("21", "cardNo=" + Issued, NotMine)]
    [TestCase("41", "cardNo=" + Lost, "track2=9900000000000044=2601")]
    [TestCase("41", "cardNo=" + Lost, "cashAmount=NaN")]
    [TestCase("62", "cardNo=" + FrozenAndExpired, TooMany)]
    [TestCase("62", "cardNo=" + Frozen, "track2=9900000000000051=2601")]
    [TestCase("62", "cardNo=" + Frozen, TooMany)]
    [TestCase("62", "cardNo=" + Frozen, "cashAmount=0")]
    [TestCase("54", "cardNo=" + Expired, "cashAmount=NaN")]
    [TestCase("54", "cardNo=" + Expired, NotMine)]
    [TestCase("54", PastTrack, "cashAmount=0")]
    [TestCase("54", PastTrack, OverLimit)]
    [TestCase("54", "cardNo=9900000000000028 track2=9900000000000028=2601", "pointAmount=10")]
    [TestCase("99", "cardNo=9900000000000028 password=0011223344556677", "cashAmount=NaN")]
    [TestCase("99", "cardNo=9900000000000028 password=0011223344556677", TooMany)]
    [TestCase("99", "cardNo=9900000000000028 password=0011223344556677", NotMine)]
    [TestCase("30", "cardNo=9900000000000028 pointAmount=10", "cashAmount=NaN")]
    [TestCase("30", "cardNo=9900000000000028", TooMany)]
    [TestCase("30", "cardNo=9900000000000028", NotMine)]
    [TestCase("13", "cashAmount=NaN", TooMany)]
    [TestCase("13", "pointAmount=NaN", OverLimit)]
    [TestCase("13", "cashAmount=NaN", NotMine)]
    [TestCase("61", OverLimit, TooMany)]
    [TestCase("61", OverLimit, NotMine)]
    public async Task The_first_of_two_failures_of_a_consume_is_answered(string code, string first, string second) =>
        Assert.That((await Post("trans/consume", Form.Consume(++lastTrace, cash: "1"), first, second)).Status, Is.EqualTo(code));

    [TestCase("30", "oriTraceNo=x", NoStore)]
    [TestCase("30", "oriSerialNo=1", "cardNo=" + Unknown)]
    [TestCase("A0", Mac, "oriTraceNo=000099")]
    [TestCase("77", NoBatch, "oriTraceNo=000099")]
    [TestCase("94", Used, "oriTraceNo=000099")]
    [TestCase("94", Used, "cardNo=" + Unknown)]
    [TestCase("94", "traceNo=000005", "oriTraceNo=000099")]
    [TestCase("14", "cardNo=" + Unknown, "oriTraceNo=000099")]
    [TestCase("14", "cardNo=" + Form.EmptyCard, "oriTraceNo=000003")]
    [TestCase("14", "cardNo=" + Form.EmptyCard, "oriTraceNo=000006")]
    [TestCase("14", "cardNo=" + Frozen, "oriTraceNo=000002")]
    [TestCase("14", "cardNo=" + Issued, "oriTraceNo=000002")]
    [TestCase("14", OtherTrack, "oriTraceNo=000099")]
    [TestCase("14", OtherTrack, "oriTraceNo=000003")]
    [TestCase("21", "cardNo=" + Issued, "oriTraceNo=000099")]
    [TestCase("41", "cardNo=" + Lost, "oriTraceNo=000099")]
    [TestCase("62", "cardNo=" + Frozen, "oriTraceNo=000099")]
    [TestCase("54", PastTrack, "oriTraceNo=000099")]
    [TestCase("54", PastTrack, "oriTraceNo=000003")]
    [TestCase("25", "oriRegisterTraceNo=x", "oriTraceNo=000003")]
    [TestCase("25", "oriRegisterTraceNo=x", "oriTraceNo=000006")]
    [TestCase("22", "oriTraceNo=000003", "oriTransTime=1")]
    [TestCase("12", "oriTraceNo=000006", "oriTransTime=1")]
    public async Task The_first_of_two_failures_of_a_cancel_is_answered(string code, string first, string second) =>
        Assert.That((await Post("trans/cancel", Form.Cancel(++lastTrace, 2), first, second)).Status, Is.EqualTo(code));

    [TestCase("30", "cardNo=1", NoStore)]
    [TestCase("03", NoStore, NoTerminal)]
    [TestCase("97", NoTerminal, NoBatch)]
    [TestCase("58", Disabled, NoBatch)]
    [TestCase("A0", Mac, NoBatch)]
    [TestCase("77", NoBatch, "cardNo=" + Unknown)]
    [TestCase("94", "traceNo=000004", "cardNo=" + Unknown)]
    [TestCase("94", "traceNo=000004", "cashAmount=5")]
    [TestCase("14", "cardNo=" + Form.EmptyCard, "cashAmount=5")]
    [TestCase("14", "cardNo=" + Frozen, "cashAmount=5")]
    [TestCase("64", "cashAmount=5", OtherTrack)]
    [TestCase("64", "cashAmount=NaN", "consumeType=99")]
    public async Task The_first_of_two_failures_of_a_reversal_is_answered(string code, string first, string second) =>
        Assert.That((await Post("trans/consumeReversal", Form.Consume(2, cash: "1"), first, second)).Status, Is.EqualTo(code));

    [TestCase("30", "cardNo=1", NoStore)]
    [TestCase("03", NoStore, NoTerminal)]
    [TestCase("97", NoTerminal, Mac)]
    [TestCase("58", Disabled, NoBatch)]
    [TestCase("A0", Mac, NoBatch)]
    [TestCase("77", NotSignedOn, "cardNo=" + Unknown)]
    [TestCase("77", NoBatch, "cardNo=" + Lost)]
    [TestCase("62", "cardNo=" + FrozenAndExpired, "traceNo=000001")]
    public async Task The_first_of_two_failures_of_a_query_is_answered(string code, string first, string second) =>
        Assert.That((await Post("cards", Form.Query(), first, second)).Status, Is.EqualTo(code));

    [TestCase("30", "operatorNo=!", NoStore)]
    [TestCase("03", NoStore, NoTerminal)]
    [TestCase("03", ClosedStore, Disabled)]
    [TestCase("03", NoStore, "operatorNo=99")]
    [TestCase("97", NoTerminal, "operatorNo=99")]
    [TestCase("58", Disabled, "operatorNo=99")]
    public async Task The_first_of_two_failures_of_a_check_in_is_answered(string code, string first, string second) =>
        Assert.That((await Post("terminal/checkin", Form.CheckIn(), first, second)).Status, Is.EqualTo(code));

    [Test]
    public async Task A_limit_of_amount_comes_before_one_of_count_and_both_before_the_points()
    {
        await using var limited = await ProtocolHost.RunSignedOn();
        await limited.Arrange($"product-of {Form.GoldCard} pays-daily 1");
        await limited.Arrange($"product-of {Form.GoldCard} pays-at-most 2000");
        Assert.That((await limited.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "1"))).Status, Is.EqualTo("00"));
        Assert.That((await limited.Post("/v1/jpos/trans/consume", Form.Consume(2, cash: "2000.01"))).Status, Is.EqualTo("61"));
        Assert.That((await limited.Post("/v1/jpos/trans/consume", Form.Consume(3, points: "1500"))).Status, Is.EqualTo("65"));
        Assert.That((await limited.Post("/v1/jpos/trans/consume", Form.Consume(4, cash: "1", vouchers: """[{"id":99,"num":1}]"""))).Status, Is.EqualTo("65"));
    }

    [Test]
    public async Task A_stored_answer_comes_before_what_has_become_of_the_card_and_the_store_since()
    {
        await using var later = await ProtocolHost.RunSignedOn();
        var consume = Form.Consume(1, points: "10");
        var answer = await later.Post("/v1/jpos/trans/consume", consume);
        await later.Arrange($"card {Form.GoldCard} frozen");
        await later.Arrange($"store {Form.Store} denies consume");
        await later.Arrange($"product-of {Form.GoldCard} denies consume");
        Assert.That((await later.Post("/v1/jpos/trans/consume", consume)).Text, Is.EqualTo(answer.Text));
    }

    private Task<TerminalAnswerText> Post(string path, Form form, params string[] failures) => host.PostWith(path, form, failures);
}
