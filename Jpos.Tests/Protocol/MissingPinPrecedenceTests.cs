using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>A card that has no PIN though its product asks for one, and another failure in the same message: the missing PIN is told in row 15 (protocol §2).</summary>
internal sealed class MissingPinPrecedenceTests
{
    private const string Used = "traceNo=000001";
    private const string Undecodable = "password=0011223344556677";
    private const string NotMine = """vaucher=[{"id":99,"num":1}]""";

    private JposHost host = null!;
    private int lastTrace = 100;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await ProtocolHost.RunSignedOn();
        Assert.That((await host.Post("/v1/jpos/trans/consume", Form.Consume(1, cash: "1"))).Status, Is.EqualTo("00"));
        await host.Arrange($"card {Form.PinCard} without-pin");
        await host.Arrange($"product-of {Form.PinCard} pays-at-most 10000");
    }

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase("57", "pointAmount=1", "cashAmount=1")]
    [TestCase("30", "pointAmount=1", "consumeType=011")]
    [TestCase("94", "pointAmount=1", Used)]
    [TestCase("54", "pointAmount=1", "track2=9900000000000028=2601")]
    [TestCase("99", "pointAmount=1", Undecodable)]
    [TestCase("99", "pointAmount=1 cashAmount=NaN", Undecodable)]
    [TestCase("57", "pointAmount=1", "cashAmount=NaN")]
    [TestCase("57", "pointAmount=1", "cashAmount=20000")]
    [TestCase("57", "pointAmount=5000", "cashAmount=1")]
    [TestCase("57", "pointAmount=1", NotMine)]
    [TestCase("57", "pointAmount=0", NotMine)]
    [TestCase("13", "pointAmount=NaN", "cashAmount=1")]
    [TestCase("13", "pointAmount=0", "cashAmount=0")]
    public async Task The_first_of_two_failures_is_answered(string code, string first, string second) =>
        Assert.That((await host.PostWith("trans/consume", Form.Consume(++lastTrace, cash: "1", card: Form.PinCard), first, second)).Status, Is.EqualTo(code));

    [Test]
    public async Task A_pin_that_is_sent_for_cash_alone_is_ignored() =>
        Assert.That((await host.PostWith("trans/consume", Form.Consume(++lastTrace, cash: "1", card: Form.PinCard), "consumeType=011", Undecodable)).Status, Is.EqualTo("00"));
}
