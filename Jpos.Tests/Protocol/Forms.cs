using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>Messages about refunds, tickets and activations as a terminal posts them.</summary>
internal static class Forms
{
    /// <summary>Issued, not activated.</summary>
    public const string IssuedCard = "9900000000000036";

    /// <summary>An identity card's number that checks.</summary>
    public const string Identity = "11010519491231002X";

    public static Form Refund(int trace, string consume, string card = Form.GoldCard, string batch = "000001") =>
        OfCard(trace, card, batch).With("oriSerialNo", consume);

    /// <param name="trace">The cancel's own trace number.</param>
    /// <param name="refundTrace">That of the refund it cancels.</param>
    public static Form CancelRefund(int trace, int refundTrace) => Form.Cancel(trace, refundTrace);

    public static Form ConsumeTickets(int trace, string tickets = """[{"id":2,"num":1}]""", string batch = "000001") =>
        OfCard(trace, Form.GoldCard, batch).With("ticket", tickets);

    public static Form SendVerifyCode(string mobile) => Form.CheckIn().With("operatorNo", null).With("mobileNo", mobile).With("traceNo", "900002").With("batchNo", "000001");

    public static Form Activate(int trace, string mobile, string code, string card = IssuedCard) =>
        OfCard(trace, card, "000001").With("mobileNo", mobile).With("verifyCode", code).With("idType", "01").With("idNo", Identity);

    private static Form OfCard(int trace, string card, string batch) => Form.Query(card, batch).With("traceNo", Form.Six(trace));
}
