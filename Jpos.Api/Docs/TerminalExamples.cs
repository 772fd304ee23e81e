using Jpos.Api.TerminalProtocol.Cards;
using Jpos.Api.TerminalProtocol.Mobile;
using Jpos.Api.TerminalProtocol.Refunds;
using Jpos.Api.TerminalProtocol.Terminals;
using Jpos.Api.TerminalProtocol.Tickets;
using Jpos.Api.TerminalProtocol.Transactions;

namespace Jpos.Api.Docs;

/// <summary>The messages of a demo terminal in one day: it checks in, a card pays, a failed message is undone, and the batch is settled.</summary>
internal static class TerminalExamples
{
    private const long TransTime = 1_772_424_000;
    private const string Serial = "100000000001";

    private static readonly (string Name, string Value)[] Terminal = [("storeNo", "100000000000001"), ("terminalNo", "10000001")];
    private static readonly (string Name, string Value)[] OfCard = [.. Terminal, ("cardNo", "9900000000000010"), ("traceNo", "000001")];
    private static readonly (string Name, string Value)[] InBatch = [.. OfCard, ("batchNo", "000001")];
    private static readonly (string Name, string Value)[] Paying = [.. InBatch, ("consumeType", "01"), ("pointAmount", "20.00"), ("cashAmount", "80.00")];
    private static readonly (string Name, string Value)[] Tickets = [.. InBatch, ("ticket", """[{"id":2,"num":1}]""")];

    /// <summary>The fields of each form.</summary>
    public static Dictionary<Type, (string Name, string Value)[]> Forms { get; } = new()
    {
        [typeof(CheckInForm)] = [.. Terminal, ("operatorNo", "01")],
        [typeof(QueryCardForm)] = InBatch,
        [typeof(QueryTicketsForm)] = InBatch,
        [typeof(ConsumeForm)] = [.. Paying, ("registerTraceNo", "A-17")],
        [typeof(ConsumeBody)] = [.. Paying, ("registerTraceNo", "A-17")],
        [typeof(CancelForm)] = [.. Terminal, ("cardNo", "9900000000000010"), ("traceNo", "000002"), ("batchNo", "000001"), ("oriBatchNo", "000001"), ("oriTraceNo", "000001")],
        [typeof(RefundForm)] = [.. InBatch, ("oriSerialNo", Serial), ("oriTransDate", "20260302")],
        [typeof(CancelRefundForm)] = [.. InBatch, ("oriSerialNo", Serial)],
        [typeof(ConsumeTicketsForm)] = Tickets,
        [typeof(SendVerifyCodeForm)] = [.. Terminal, ("mobileNo", "13912345678")],
        [typeof(ActivateCardForm)] = [.. Terminal, ("cardNo", "9900000000000036"), ("traceNo", "000001"), ("batchNo", "000001"), ("mobileNo", "13912345678"), ("verifyCode", "123456"), ("idType", "01"), ("idNo", "110101199001011237")],
        [typeof(SettleForm)] =
        [
            .. Terminal, ("traceNo", "000009"), ("batchNo", "000001"),
            ("pointDebitCount", "1"), ("pointDebitAmount", "20.00"), ("pointCeditCount", "0"), ("pointCreditAmount", "0.00"),
            ("ticketDebitCount", "0"), ("ticketDebitAmount", "0.00"), ("ticketCreditCount", "0"), ("ticketCreditAmount", "0.00"),
            ("totalTransCount", "1"), ("cancelCount", "0"), ("refundCount", "0"), ("cardActiveCount", "0"),
        ],
    };

    public static Dictionary<Type, TerminalAnswer> Answers { get; } = new TerminalAnswer[]
    {
        Approved(new CheckInAnswer { BatchNo = "000001", StoreName = "示范门店", WorkingKey = "950973182317F80B950973182317F80B00962B60F679786E2411E3DEF679786E2411E3DEADC67D84" }),
        Approved(new QueryCardAnswer { PointBalance = 1000, AvaiablePointBalance = 1000, Vaucher = [new() { Id = 1, Amount = 50, Num = 2, Name = "代金券" }], Name = "张三", Gender = "01", MobileNo = "139****5678", Grade = "1" }),
        Approved(new ConsumeAnswer { SerialNo = Serial, PointBalance = 981.2m, AvaiablePointBalance = 980, UsePoint = 20, PersentPoint = 1.2m }),
        Approved(new CancelAnswer { SerialNo = "100000000002", PointBalance = 1000, AvaiablePointBalance = 1000, UsePoint = 20, PersentPoint = 1.2m }),
        Approved(new RefundAnswer { SerialNo = "100000000003", PointBalance = 1000, AvaiablePointBalance = 1000, ReturnPoint = 20, ReturnPersentPoint = 1.2m, ReturnCash = 80 }),
        Approved(new CancelRefundAnswer { SerialNo = "100000000004", PointBalance = 981.2m, AvaiablePointBalance = 980, UsePoint = 20, PersentPoint = 1.2m }),
        Approved(new QueryTicketsAnswer { PointBalance = 1000, AvaiablePointBalance = 1000, Ticket = [new() { Id = 2, Type = "01", Amount = 30, Name = "团购券", Num = 3 }] }),
        Approved(new ConsumeTicketsAnswer { SerialNo = "100000000005" }),
        Approved(new SendVerifyCodeAnswer()),
        Approved(new ActivateCardAnswer { SerialNo = "100000000006" }),
        Approved(new SettleAnswer { SettleFlag = "ss" }),
    }.ToDictionary(answer => answer.GetType());

    /// <summary>Returns the answer of an endpoint to a malformed message.</summary>
    public static TerminalAnswer Refused(Type shape)
    {
        var answer = (TerminalAnswer)Activator.CreateInstance(shape)!;
        (answer.Status, answer.Message, answer.Detail, answer.TransTime) = (ResponseCode.Malformed.Code, ResponseCode.Malformed.Message, "The body is larger than 16 KiB.", TransTime);
        return answer;
    }

    private static TerminalAnswer Approved(TerminalAnswer answer)
    {
        (answer.Status, answer.Message, answer.TransTime) = ("00", "交易成功", TransTime);
        return answer;
    }
}
