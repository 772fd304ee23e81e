using System.Globalization;

namespace Jpos.Benchmarks;

/// <summary>Messages of terminals, as forms.</summary>
internal static class Messages
{
    private const string Claims =
        "&pointDebitCount=1&pointDebitAmount=0.01&pointCeditCount=0&pointCreditAmount=0&ticketDebitCount=0&ticketDebitAmount=0&ticketCreditCount=0&ticketCreditAmount=0&totalTransCount=1&cancelCount=0&refundCount=0&cardActiveCount=0";

    public static (string Path, string Body) Consume(string terminal, string card, int batch, int trace) =>
        ("/v1/jpos/trans/consume", $"{Keyed(terminal, card, batch, trace)}&consumeType=01&pointAmount=0.01&cashAmount=0");

    public static (string Path, string Body) Reverse(string terminal, string card, int batch, int trace) =>
        ("/v1/jpos/trans/consumeReversal", Consume(terminal, card, batch, trace).Body);

    public static (string Path, string Body) Cancel(string terminal, string card, int batch, int trace, int consumeTrace) =>
        ("/v1/jpos/trans/cancel", $"{Keyed(terminal, card, batch, trace)}&oriBatchNo={Six(batch)}&oriTraceNo={Six(consumeTrace)}");

    public static (string Path, string Body) Refund(string terminal, string card, int batch, int trace, long serial) =>
        ("/v1/jpos/refunds", string.Create(CultureInfo.InvariantCulture, $"{Keyed(terminal, card, batch, trace)}&oriSerialNo={serial}"));

    public static (string Path, string Body) Settle(string terminal, int batch) =>
        ("/v1/jpos/trans/settle", $"storeNo={Fill.Store}&terminalNo={terminal}&batchNo={Six(batch)}&traceNo=999999" + Claims);

    private static string Keyed(string terminal, string card, int batch, int trace) => $"storeNo={Fill.Store}&terminalNo={terminal}&cardNo={card}&batchNo={Six(batch)}&traceNo={Six(trace)}";

    private static string Six(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
