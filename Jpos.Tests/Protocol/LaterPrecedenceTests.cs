using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>As <see cref="PrecedenceTests"/>, for refunds, tickets, verify codes, activations and settlements (protocol §2).</summary>
internal sealed class LaterPrecedenceTests
{
    private const string Unknown = "9900000000000101";
    private const string Issued = "cardNo=" + Forms.IssuedCard;
    private const string Lost = "cardNo=9900000000000044";
    private const string Frozen = "cardNo=9900000000000051";
    private const string SecondStore = "storeNo=100000000000002 terminalNo=20000001";
    private const string NoStore = "storeNo=100000000000003";
    private const string NoTerminal = "terminalNo=10000009";
    private const string Disabled = "terminalNo=10000003";
    private const string NotSignedOn = "terminalNo=10000004";
    private const string Mac = "X-Jpos-Mac=0011223344556677";
    private const string NoBatch = "batchNo=000009";
    private const string Used = "traceNo=000001";
    private const string Reversed = "traceNo=000005";
    private const string NoOriginal = "oriSerialNo=999999999999";
    private const string OtherDay = "oriTransDate=20260301";
    private const string PastTrack = "track2=9900000000000010=2601";
    private const string OtherTrack = "track2=9900000000000101=3001";
    private const string NotMine = """ticket=[{"id":99,"num":1}]""";
    private const string Mobile = "13900000001";

    private readonly Texts texts = new();
    private JposHost host = null!;
    private string standing = "";
    private string refunded = "";
    private int lastTrace = 100;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await ProtocolHost.Run(texts.AsSetting());
        await host.SignOn(Form.Terminal);
        await host.SignOn("10000002");
        Assert.That((await host.Post("/v1/jpos/terminal/checkin", Form.CheckIn("20000001").With("storeNo", "100000000000002"))).Status, Is.EqualTo("00"));
        standing = (await host.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "1"))).Serial;
        refunded = (await host.Post("/v1/jpos/trans/consume", Form.Consume(2, cash: "1"))).Serial;
        Assert.That((await host.Post("/v1/jpos/refunds", Forms.Refund(3, refunded))).Status, Is.EqualTo("00"));
        Assert.That((await host.Post("/v1/jpos/trans/consumeReversal", Form.Consume(5))).Status, Is.EqualTo("25"));
        Assert.That((await host.Post("/v1/jpos/mobile/sendVerifyCode", Forms.SendVerifyCode(Mobile))).Status, Is.EqualTo("00"));
        await host.Arrange("store 100000000000002 denies Refund,RefundCancel,ConsumeTickets,Activate");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await host.DisposeAsync();
        texts.Dispose();
    }

    [TestCase("30", "oriTransDate=x", NoStore)]
    [TestCase("03", NoStore, NoTerminal)]
    [TestCase("97", NoTerminal, NoBatch)]
    [TestCase("58", Disabled, NoBatch)]
    [TestCase("A0", Mac, NoOriginal)]
    [TestCase("77", NotSignedOn, Used)]
    [TestCase("77", NoBatch, NoOriginal)]
    [TestCase("94", Used, "cardNo=" + Unknown)]
    [TestCase("94", Reversed, NoOriginal)]
    [TestCase("57", SecondStore, "cardNo=" + Unknown)]
    [TestCase("57", SecondStore, NoOriginal)]
    [TestCase("14", "cardNo=" + Unknown, NoOriginal)]
    [TestCase("14", OtherTrack, NoOriginal)]
    [TestCase("14", Frozen, OtherTrack)]
    [TestCase("21", Issued, NoOriginal)]
    [TestCase("41", Lost, NoOriginal)]
    [TestCase("62", Frozen, NoOriginal)]
    [TestCase("54", PastTrack, NoOriginal)]
    public async Task The_first_of_two_failures_of_a_refund_is_answered(string code, string first, string second) =>
        Assert.That((await host.PostWith("refunds", Forms.Refund(++lastTrace, standing), first, second)).Status, Is.EqualTo(code));

    [TestCase("94", Used)]
    [TestCase("14", "cardNo=" + Form.EmptyCard)]
    [TestCase("14", Frozen)]
    [TestCase("14", Issued)]
    [TestCase("54", PastTrack)]
    [TestCase("25", OtherDay)]
    [TestCase("25", "oriRegisterTraceNo=x")]
    [TestCase("22", "unknown=x")]
    public async Task What_comes_before_a_consume_that_is_refunded_already(string code, string first) =>
        Assert.That((await host.PostWith("refunds", Forms.Refund(++lastTrace, refunded), first)).Status, Is.EqualTo(code));

    [TestCase("30", "oriTransDate=x", NoStore)]
    [TestCase("A0", Mac, "oriTraceNo=000099")]
    [TestCase("77", NoBatch, "oriTraceNo=000099")]
    [TestCase("94", Used, "oriTraceNo=000099")]
    [TestCase("94", Reversed, "cardNo=" + Unknown)]
    [TestCase("57", SecondStore, "cardNo=" + Unknown)]
    [TestCase("14", "cardNo=" + Form.EmptyCard, "track2=9900000000000077=2601")]
    [TestCase("14", "cardNo=" + Unknown, "oriTraceNo=000099")]
    [TestCase("14", Frozen, "unknown=x")]
    [TestCase("21", Issued, "oriTraceNo=000099")]
    [TestCase("41", Lost, "oriTraceNo=000099")]
    [TestCase("54", PastTrack, "oriTraceNo=000099")]
    [TestCase("25", OtherDay, "oriTransTime=1")]
    public async Task The_first_of_two_failures_of_a_refunds_cancel_is_answered(string code, string first, string second) =>
        Assert.That((await host.PostWith("refunds/cancel", Forms.CancelRefund(++lastTrace, 3), first, second)).Status, Is.EqualTo(code));

    [TestCase("30", "ticket={", NoStore)]
    [TestCase("30", "ticket=[]", Used)]
    [TestCase("A0", Mac, NoBatch)]
    [TestCase("77", NoBatch, "cardNo=" + Unknown)]
    [TestCase("94", Used, NotMine)]
    [TestCase("94", Reversed, Lost)]
    [TestCase("57", SecondStore, "cardNo=" + Unknown)]
    [TestCase("14", "cardNo=" + Unknown, NotMine)]
    [TestCase("14", OtherTrack, NotMine)]
    [TestCase("21", Issued, NotMine)]
    [TestCase("41", Lost, NotMine)]
    [TestCase("62", Frozen, NotMine)]
    [TestCase("54", PastTrack, NotMine)]
    public async Task The_first_of_two_failures_of_a_consumption_of_tickets_is_answered(string code, string first, string second) =>
        Assert.That((await host.PostWith("tickets/consume", Forms.ConsumeTickets(++lastTrace), first, second)).Status, Is.EqualTo(code));

    [TestCase("30", "cardNo=1", NoStore)]
    [TestCase("A0", Mac, NoBatch)]
    [TestCase("77", NoBatch, Lost)]
    [TestCase("21", Issued, Used)]
    public async Task The_first_of_two_failures_of_a_ticket_query_is_answered(string code, string first, string second) =>
        Assert.That((await host.PostWith("tickets", Form.Query(), first, second)).Status, Is.EqualTo(code));

    [TestCase("30", "idNo=110105194912310021", NoStore)]
    [TestCase("30", "verifyCode=1", Lost)]
    [TestCase("03", NoStore, NoTerminal)]
    [TestCase("A0", Mac, "cardNo=" + Unknown)]
    [TestCase("77", NoBatch, "cardNo=" + Unknown)]
    [TestCase("94", Used, "cardNo=" + Form.GoldCard)]
    [TestCase("94", Reversed, Lost)]
    [TestCase("57", SecondStore, "cardNo=" + Unknown)]
    [TestCase("14", "cardNo=" + Unknown, "mobileNo=13900000009")]
    [TestCase("14", OtherTrack, "mobileNo=13900000009")]
    [TestCase("41", Lost, "mobileNo=13900000009")]
    [TestCase("62", Frozen, "mobileNo=13900000009")]
    [TestCase("54", "cardNo=" + Form.GoldCard, PastTrack)]
    [TestCase("12", "cardNo=" + Form.GoldCard, "mobileNo=13900000009")]
    public async Task The_first_of_two_failures_of_an_activation_is_answered(string code, string first, string second) =>
        Assert.That((await host.PostWith("card/active", Forms.Activate(++lastTrace, Mobile, texts.CodesFor(Mobile)[0]), first, second)).Status, Is.EqualTo(code));

    [TestCase("30", "mobileNo=1", NoStore)]
    [TestCase("03", NoStore, NoTerminal)]
    [TestCase("97", NoTerminal, NoBatch)]
    [TestCase("58", Disabled, NoBatch)]
    [TestCase("A0", Mac, NoBatch)]
    [TestCase("77", NotSignedOn, NoBatch)]
    [TestCase("77", NoBatch, Used)]
    [TestCase("65", Used, "unknown=x")]
    public async Task The_first_of_two_failures_of_a_verify_code_is_answered(string code, string first, string second) =>
        Assert.That((await host.PostWith("mobile/sendVerifyCode", Forms.SendVerifyCode(Mobile), first, second)).Status, Is.EqualTo(code));

    [TestCase("30", "cancelCount=5.5", NoStore)]
    [TestCase("30", "cancelCount=5.5", "pointDebitAmount=NaN")]
    [TestCase("03", NoStore, "pointDebitAmount=NaN")]
    [TestCase("97", NoTerminal, "pointDebitAmount=NaN")]
    [TestCase("58", Disabled, "pointDebitAmount=NaN")]
    [TestCase("A0", Mac, "pointDebitAmount=NaN")]
    [TestCase("77", NotSignedOn, "pointDebitAmount=NaN")]
    [TestCase("77", NoBatch, "pointDebitAmount=NaN")]
    [TestCase("13", "pointDebitAmount=NaN", Used)]
    public async Task The_first_of_two_failures_of_a_settlement_is_answered(string code, string first, string second) =>
        Assert.That((await host.PostWith("trans/settle", Form.Settle(), first, second)).Status, Is.EqualTo(code));
}
