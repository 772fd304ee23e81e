using System.Globalization;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Model;

/// <summary>What is told, as a terminal posts it.</summary>
internal sealed class ModelForms(Cast cast)
{
    private static readonly Dictionary<Kind, (string Path, string? Reversal)> Paths = new()
    {
        [Kind.CheckIn] = ("terminal/checkin", null),
        [Kind.Query] = ("cards", null),
        [Kind.QueryTickets] = ("tickets", null),
        [Kind.SendCode] = ("mobile/sendVerifyCode", null),
        [Kind.Consume] = ("trans/consume", "trans/consumeReversal"),
        [Kind.Cancel] = ("trans/cancel", "trans/cancelReversal"),
        [Kind.Refund] = ("refunds", null),
        [Kind.CancelRefund] = ("refunds/cancel", null),
        [Kind.UseTickets] = ("tickets/consume", "tickets/consumeReversal"),
        [Kind.Activate] = ("card/active", null),
        [Kind.Settle] = ("trans/settle", null),
    };

    private static readonly string[] Settled =
    [
        "pointDebitCount", "pointDebitAmount", "pointCeditCount", "pointCreditAmount", "ticketDebitCount", "ticketDebitAmount", "ticketCreditCount", "ticketCreditAmount",
        "totalTransCount", "cancelCount", "refundCount", "cardActiveCount",
    ];

    public static string PathOf(Kind kind) => Paths[kind].Path;

    public static string ReversalOf(Kind kind) => Paths[kind].Reversal!;

    /// <param name="told">What is told.</param>
    /// <param name="isRespelt">In another spelling that means the same.</param>
    public Form Of(Told told, bool isRespelt)
    {
        string? Number(int? number) => isRespelt ? number?.ToString(CultureInfo.InvariantCulture) : number?.ToString("D6", CultureInfo.InvariantCulture);
        var form = Form.Of(("storeNo", Form.Store), ("terminalNo", cast.TerminalNumbers[told.Terminal]));
        if (told.Kind == Kind.CheckIn)
        {
            return form.With("operatorNo", "01");
        }

        form = form.With("batchNo", Number(told.Batch));
        if (told.Kind == Kind.SendCode)
        {
            return form.With("mobileNo", told.Mobile);
        }

        form = form.With("traceNo", Number(told.Trace));
        if (told.Kind == Kind.Settle)
        {
            return Settled.Zip(told.Claim).Aggregate(form, (all, figure) => all.With(figure.First, Text(figure.Second, isRespelt)));
        }

        form = form.With("cardNo", cast.CardNumbers[told.Card]);
        var lines = isRespelt ? told.Lines.Reverse() : told.Lines;
        var list = told.Lines.Count == 0 ? null : $"[{string.Join(',', lines.Select(line => $$"""{"id":{{line.Ticket}},"num":"{{line.Pieces}}"}"""))}]";
        return told.Kind switch
        {
            Kind.Consume => form.With("consumeType", "01").With("pointAmount", Text(told.Points, isRespelt)).With("cashAmount", Text(told.Cash, isRespelt)).With("vaucher", list),
            Kind.UseTickets => form.With("ticket", list),
            Kind.Refund => form.With("oriSerialNo", told.OriginalSerial).With("oriTransDate", told.OriginalDate?.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
            Kind.Cancel or Kind.CancelRefund => form.With("oriBatchNo", Number(told.OriginalBatch)).With("oriTraceNo", Number(told.OriginalTrace))
                .With("oriSerialNo", told.OriginalSerial).With("oriTransTime", isRespelt ? "1415125804472" : "1415125804"),
            Kind.Activate => form.With("mobileNo", told.Mobile).With("verifyCode", told.Code).With("idType", told.Identity!.Type)
                .With("idNo", isRespelt ? told.Identity.Number?.ToLowerInvariant() : told.Identity.Number),
            _ => form,
        };
    }

    private static string Text(decimal amount, bool isRespelt) => amount.ToString(isRespelt ? "0.00" : "0.##", CultureInfo.InvariantCulture);
}
