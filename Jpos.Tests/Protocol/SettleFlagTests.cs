using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>Each of a settlement's figures, wrong by itself: the flag of its group (protocol §8).</summary>
internal sealed class SettleFlagTests
{
    private const string Mobile = "13900000001";

    /// <summary>A consume of 10, its refund, the refund's cancel, a consume of 5 and its cancel, two tickets of 30, an activation.</summary>
    private static readonly Dictionary<string, string> Right = new()
    {
        ["pointDebitCount"] = "3",
        ["pointDebitAmount"] = "25.00",
        ["pointCeditCount"] = "2",
        ["pointCreditAmount"] = "15.00",
        ["ticketDebitCount"] = "1",
        ["ticketDebitAmount"] = "60.00",
        ["ticketCreditCount"] = "0",
        ["ticketCreditAmount"] = "0.00",
        ["totalTransCount"] = "7",
        ["cancelCount"] = "2",
        ["refundCount"] = "1",
        ["cardActiveCount"] = "1",
    };

    private readonly SharedHosts hosts = new();

    [OneTimeTearDown]
    public ValueTask StopHosts() => hosts.DisposeAsync();

    [TestCase("", "", "ss")]
    [TestCase("pointDebitCount", "4", "ns")]
    [TestCase("pointDebitAmount", "25.01", "ns")]
    [TestCase("pointCeditCount", "1", "ns")]
    [TestCase("pointCreditAmount", "14.99", "ns")]
    [TestCase("ticketDebitCount", "2", "sn")]
    [TestCase("ticketDebitAmount", "60.01", "sn")]
    [TestCase("ticketCreditCount", "1", "sn")]
    [TestCase("ticketCreditAmount", "0.01", "sn")]
    [TestCase("totalTransCount", "6", "ns")]
    [TestCase("cancelCount", "1", "ns")]
    [TestCase("refundCount", "0", "ns")]
    [TestCase("cardActiveCount", "0", "ns")]
    public async Task A_wrong_figure_shows_in_the_flag_of_its_group_and_the_batch_closes_all_the_same(string figure, string value, string flag)
    {
        await using var shared = await hosts.Borrow($"{Texts.Setting}=<file>");
        var host = shared.Host;
        await host.SignOn(Form.Terminal);
        var consume = await Approve(host, "trans/consume", Form.Consume(1, points: "10", cash: "90"));
        await Approve(host, "refunds", Forms.Refund(2, consume.Serial));
        await Approve(host, "refunds/cancel", Forms.CancelRefund(3, 2));
        await Approve(host, "trans/consume", Form.Consume(4, points: "5"));
        await Approve(host, "trans/cancel", Form.Cancel(5, 4));
        await Approve(host, "tickets/consume", Forms.ConsumeTickets(6, """[{"id":2,"num":2}]"""));
        await Approve(host, "mobile/sendVerifyCode", Forms.SendVerifyCode(Mobile));
        await Approve(host, "card/active", Forms.Activate(7, Mobile, shared.Texts.CodesFor(Mobile)[0]));

        var claims = Right.Aggregate(Form.Settle(), (form, claim) => form.With(claim.Key, claim.Value));
        var settled = await Approve(host, "trans/settle", figure.Length == 0 ? claims : claims.With(figure, value));
        Assert.That(settled.Json.GetProperty("settleFlag").GetString(), Is.EqualTo(flag));
        Assert.That((await host.Post("/v1/jpos/cards", Form.Query())).Status, Is.EqualTo("77"), "the batch is closed");
        Assert.That((await host.Post("/v1/jpos/trans/settle", claims)).Text, Is.EqualTo(settled.Text), "settled again");
        await Approve(host, "trans/consume", Form.Consume(1, cash: "1", batch: "000002"));
    }

    private static async Task<TerminalAnswerText> Approve(JposHost host, string path, Form form)
    {
        var answer = await host.Post($"/v1/jpos/{path}", form);
        Assert.That(answer.Status, Is.EqualTo("00"), answer.Text);
        return answer;
    }
}
