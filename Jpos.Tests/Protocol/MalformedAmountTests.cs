using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>Amounts that are none: row 16 of protocol §2. The decline is stored as the last word on its message, and nothing moves.</summary>
internal sealed class MalformedAmountTests
{
    private const string Path = "/v1/jpos/trans/consume";

    private static readonly string[] NoAmounts =
    [
        "-1", "+1", "-0.01", "--1", "1e2", "1E+2", "NaN", "Infinity", "-Infinity", "∞", "1,000", "1 000", "1_000", "0x10", "１０", "٣", "½",
        "10.005", "10.000", "0.001", "10000000000", "9999999999.999", "99999999999999999999999999999999", "1.2.3", "1/2", "abc", "¥10", "10元", "null", "[]", "1\u00a0000",
    ];

    private RefusalScene scene = null!;

    [OneTimeSetUp]
    public async Task Open() => scene = await RefusalScene.Open();

    [OneTimeTearDown]
    public async Task Close() => await scene.DisposeAsync();

    [Test]
    public async Task What_is_no_amount_is_declined_with_13_for_good_and_moves_nothing([Values("pointAmount", "cashAmount")] string field, [ValueSource(nameof(NoAmounts))] string text)
    {
        var good = await scene.GoodMessage("trans/consume");
        var before = await scene.Host.Dump(except: "TransactionJournal");
        var declined = await scene.Host.Post(Path, good.With(field, text));
        Assert.That(declined.Status, Is.EqualTo("13"));
        Assert.That(declined.Detail, Does.Contain(field));
        Assert.That(await scene.Host.Dump(except: "TransactionJournal"), Is.EqualTo(before));

        Assert.That((await scene.Host.Post(Path, good.With(field, text))).Text, Is.EqualTo(declined.Text), "the same again");
        Assert.That((await scene.Host.Post(Path, good)).Status, Is.EqualTo("94"), "another message with its key");
        Assert.That((await scene.Host.Post("/v1/jpos/trans/consumeReversal", good.With(field, text))).Status, Is.EqualTo("12"), "its reversal");
    }

    [TestCase("pointAmount")]
    [TestCase("cashAmount")]
    public async Task A_blank_amount_moves_nothing(string field)
    {
        var before = await scene.Host.Dump(except: "TransactionJournal");
        var answer = await scene.Host.Post(Path, (await scene.GoodMessage("trans/consume")).With(field, "  "));
        Assert.That(answer.Status, Is.AnyOf("13", "30"));
        Assert.That(await scene.Host.Dump(except: "TransactionJournal"), Is.EqualTo(before));
    }

    [TestCase("0", "0")]
    [TestCase("0.00", "0.0")]
    [TestCase("000", "0.00")]
    public async Task Nothing_to_pay_is_declined_with_13(string points, string cash)
    {
        var form = (await scene.GoodMessage("trans/consume")).With("pointAmount", points).With("cashAmount", cash);
        Assert.That((await scene.Host.Post(Path, form)).Status, Is.EqualTo("13"));
        Assert.That((await scene.Host.Post(Path, Form.Consume(scene.NextTrace(), points, cash, vouchers: "[]"))).Status, Is.EqualTo("13"));
    }

    [TestCase("0.01", "0", "00")]
    [TestCase("0", "0.01", "00")]
    [TestCase("0.1", "0.0", "00")]
    [TestCase("0", "9999999999.99", "61")]
    [TestCase("9999999999.99", "0", "61")]
    [TestCase("9999999999.99", "9999999999.99", "61")]
    public async Task The_smallest_and_the_largest_amounts_are_amounts(string points, string cash, string status)
    {
        var form = Form.Consume(scene.NextTrace(), points, cash);
        Assert.That((await scene.Host.Post(Path, form)).Status, Is.EqualTo(status));
        if (status == "00")
        {
            await scene.Approve("trans/consumeReversal", form);
        }
    }

    [TestCase("0.66", "0")]
    [TestCase("0.67", "0.01")]
    [TestCase("1.33", "0.01")]
    [TestCase("1.34", "0.02")]
    [TestCase("99.99", "1.49")]
    public async Task What_is_earned_is_rounded_down_once(string cash, string earned)
    {
        var form = Form.Consume(scene.NextTrace(), cash: cash);
        var answer = await scene.Approve("trans/consume", form);
        Assert.That(answer.Json.GetProperty("persentPoint").GetRawText(), Is.EqualTo(earned));
        await scene.Approve("trans/consumeReversal", form);
    }
}
