using System.Globalization;

namespace Jpos.Tests.Hosting;

/// <summary>A message as a terminal posts it. <see cref="With"/> changes a field, or leaves it out.</summary>
internal sealed class Form
{
    public const string Store = "100000000000001";
    public const string Terminal = "10000001";

    /// <summary>Gold, 1000 points; ticket 1 is a voucher of 50.00 × 2, ticket 2 of type 01 × 3, ticket 3 of type 02 × 1.</summary>
    public const string GoldCard = "9900000000000010";

    /// <summary>Green, 100 points, PIN 123456.</summary>
    public const string PinCard = "9900000000000028";

    /// <summary>Green, no points.</summary>
    public const string EmptyCard = "9900000000000077";

    /// <summary>Platinum, 20 points that expire in 30 days and 30 that expire in 2 years.</summary>
    public const string TwoLotCard = "9900000000000085";

    private readonly Dictionary<string, string> fields;

    private Form(Dictionary<string, string> fields) => this.fields = fields;

    public IReadOnlyDictionary<string, string> Fields => fields;

    public static Form CheckIn(string terminal = Terminal) => Of(("storeNo", Store), ("terminalNo", terminal), ("operatorNo", "01"));

    public static Form Query(string card = GoldCard, string batch = "000001") => OfCard(card, 900_000, batch);

    public static Form Consume(int trace, string points = "0", string cash = "0", string card = GoldCard, string? vouchers = null, string batch = "000001") =>
        OfCard(card, trace, batch).With("consumeType", "01").With("pointAmount", points).With("cashAmount", cash).With("vaucher", vouchers);

    /// <param name="trace">The cancel's own trace number.</param>
    /// <param name="consumeTrace">That of the consume it cancels.</param>
    /// <param name="card">The card.</param>
    /// <param name="batch">The batch of both.</param>
    public static Form Cancel(int trace, int consumeTrace, string card = GoldCard, string batch = "000001") =>
        OfCard(card, trace, batch).With("oriBatchNo", batch).With("oriTraceNo", Six(consumeTrace)).With("oriTransTime", "1415125804");

    /// <summary>A settlement that claims nothing; <see cref="With"/> claims something.</summary>
    public static Form Settle(string batch = "000001") => Of(("storeNo", Store), ("terminalNo", Terminal), ("traceNo", "900001"), ("batchNo", batch))
        .With("pointDebitCount", "0").With("pointDebitAmount", "0").With("pointCeditCount", "0").With("pointCreditAmount", "0")
        .With("ticketDebitCount", "0").With("ticketDebitAmount", "0").With("ticketCreditCount", "0").With("ticketCreditAmount", "0")
        .With("totalTransCount", "0").With("cancelCount", "0").With("refundCount", "0").With("cardActiveCount", "0");

    public static Form Of(params (string Name, string Value)[] fields) => new(fields.ToDictionary(field => field.Name, field => field.Value));

    public Form With(string name, string? value)
    {
        var changed = new Dictionary<string, string>(fields);
        if (value is null)
        {
            changed.Remove(name);
        }
        else
        {
            changed[name] = value;
        }

        return new Form(changed);
    }

    public HttpContent ToContent() => new FormUrlEncodedContent(fields);

    public static string Six(int number) => number.ToString("D6", CultureInfo.InvariantCulture);

    private static Form OfCard(string card, int trace, string batch) =>
        Of(("storeNo", Store), ("terminalNo", Terminal), ("cardNo", card), ("traceNo", Six(trace)), ("batchNo", batch));
}
