namespace Jpos.Tests.Protocol;

/// <summary>Row 1 of protocol §2, field by field, by the field table of §1.</summary>
internal sealed class MalformedFieldTests
{
    private static readonly string[] OfCards = ["storeNo", "terminalNo", "cardNo", "traceNo"];

    private static readonly string[] Counts =
    [
        "pointDebitCount", "pointCeditCount", "ticketDebitCount", "ticketCreditCount", "totalTransCount", "cancelCount", "refundCount", "cardActiveCount",
    ];

    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["terminal/checkin"] = ["storeNo", "terminalNo", "operatorNo"],
        ["cards"] = [.. OfCards, "batchNo"],
        ["trans/consume"] = [.. OfCards, "batchNo", "consumeType", "pointAmount", "cashAmount"],
        ["trans/consumeReversal"] = [.. OfCards, "batchNo", "consumeType", "pointAmount", "cashAmount"],
        ["trans/cancel"] = [.. OfCards, "oriBatchNo", "oriTraceNo"],
        ["trans/cancelReversal"] = [.. OfCards, "oriBatchNo", "oriTraceNo"],
        ["refunds"] = [.. OfCards, "oriSerialNo"],
        ["refunds/cancel"] = [.. OfCards, "oriBatchNo", "oriTraceNo"],
        ["tickets"] = [.. OfCards, "batchNo"],
        ["tickets/consume"] = [.. OfCards, "batchNo", "ticket"],
        ["tickets/consumeReversal"] = [.. OfCards, "batchNo", "ticket"],
        ["mobile/sendVerifyCode"] = ["storeNo", "terminalNo", "mobileNo"],
        ["card/active"] = [.. OfCards, "batchNo", "mobileNo", "verifyCode", "idType"],
        ["trans/settle"] = ["storeNo", "terminalNo", "traceNo", "batchNo", .. Counts, "pointDebitAmount", "pointCreditAmount", "ticketDebitAmount", "ticketCreditAmount"],
    };

    private static readonly string[] Consumes = ["trans/consume", "trans/consumeReversal"];
    private static readonly string[] Cancels = ["trans/cancel", "trans/cancelReversal"];
    private static readonly string[] Refunds = ["refunds", "refunds/cancel"];
    private static readonly string[] Tickets = ["tickets/consume", "tickets/consumeReversal"];
    private static readonly string[] AllOfCards = [.. Consumes, .. Cancels, "cards", .. Refunds, "tickets", .. Tickets, "card/active"];
    private static readonly string[] NoCount = ["5.5", "5.01", "-1", "+1", "abc", "NaN", "1e1", "5.", ".00", "1,000", "５", "5 5"];
    private static readonly string[] NotSixDigits = ["000000", "0", "0000007", "1000000", "１２３", "-1", "+1", "1.0", "0x1", "1 1", "abc", "٣"];

    /// <summary>The first address of each row gets all values, the others two.</summary>
    private static readonly (string[] Paths, string Field, string[] Values)[] Malformed =
    [
        ([.. Required.Keys], "storeNo", ["1000000000000011", "10000000000000-1", "1 00000000000001", "１００", "门店"]),
        ([.. Required.Keys], "terminalNo", ["100000011", "1000 001", "1000_001", "１０００"]),
        (["terminal/checkin"], "operatorNo", ["123456789", "0 1", "０１", "工"]),
        (AllOfCards, "cardNo", ["99000000001", "99000000000000000101", "990000000000001A", "９９００００００００００００１０", "9900 0000 0000 0010", "-990000000000010", "9.9e15"]),
        ([.. AllOfCards, "trans/settle", "mobile/sendVerifyCode"], "traceNo", NotSixDigits),
        ([.. AllOfCards, "trans/settle", "mobile/sendVerifyCode"], "batchNo", NotSixDigits),
        ([.. Cancels, "refunds/cancel"], "oriTraceNo", NotSixDigits),
        ([.. Cancels, "refunds/cancel"], "oriBatchNo", NotSixDigits),
        ([.. Cancels, .. Refunds], "oriSerialNo", ["12345678901", "1234567890123", "10000000000A", "１２３４５６７８９０１２", "-10000000001"]),
        ([.. Cancels, "refunds/cancel"], "oriTransTime", ["abc", "2014-11-03", "-1", "1e9", "１４１５１２５８０４", "99999999999999999999999"]),
        (Consumes, "consumeType", ["00000", "A", "０１", "-1", "0.1", "0 1"]),
        ([.. Consumes, .. Cancels, .. Refunds, .. Tickets, "card/active"], "track2",
        [
            "9900000000000010", "9900000000000010=", "9900000000000010=300", "=3001", "9900000000000010=3013", "9900000000000010=3000", "9900000000000010=30A1",
            "9900000000000010;3001", "9900000000000010=3001=1", "9900000000000010=30011010000000000000000", "99000000001=3001", "９９００=3001",
        ]),
        ([.. Consumes, .. Cancels, .. Refunds, .. Tickets, "card/active"], "track3", [new string('1', 105), "99A1", "99;1", "９９"]),
        (Consumes, "password", ["001122334455667", "00112233445566778", "00112233445566GG", "00112233445566778899AABBCCDDEEF", "００１１２２３３４４５５６６７７", "0x11223344556677", "123456"]),
        (Refunds, "oriTransDate", ["20260230", "20261301", "2026-03-02", "260302", "202603021", "２０２６０３０２", "abc", "2026 0302"]),
        (["card/active", "mobile/sendVerifyCode"], "mobileNo",
            ["12900000001", "1390000000", "139000000011", "23900000001", "１３９００００００００", "1390000000a", "+8613900000", "139 00000001", "010-88888888"]),
        (["card/active"], "verifyCode", ["12345", "1234567", "12345a", "１２３４５６", "123 456", "-12345"]),
        (["card/active"], "idType", ["00", "08", "1", "011", "A1", "０１"]),
        (["card/active"], "idNo", ["110105194912310021", "11010519491231002Y", "110105491231002", "11010519491231002XX", "1101051949123100X2", "１１０１０５１９４９１２３１００２Ｘ", "11010519491231002 X"]),
        (Tickets, "ticket",
        [
            "[]", "{", "1", "null", "{}", "[{}]", """[{"id":2}]""", """[{"num":1}]""", """[{"id":2,"num":0}]""", """[{"id":2,"num":-1}]""", """[{"id":2,"num":1.5}]""", """[{"id":2,"num":1000000}]""",
            """[{"id":2,"num":1},{"id":"2","num":2}]""", """[{"id":2,"num":1,"type":"04"}]""", """[{"id":2,"num":1}""",
        ]),
        .. Counts.Append("pointCreditCount").Select((count, place) => (new[] { "trans/settle" }, count, place == 0 ? NoCount : NoCount[..2])),
    ];

    private RefusalScene scene = null!;

    /// <summary>All fourteen addresses.</summary>
    public static IEnumerable<string> Paths => Required.Keys;

    private static IEnumerable<TestCaseData> MissingFields => Required.SelectMany(path => path.Value.Select(name => new TestCaseData(path.Key, name)));

    private static IEnumerable<TestCaseData> MalformedFields =>
        Malformed.SelectMany(group => group.Paths.SelectMany((path, place) =>
            (place == 0 ? group.Values : group.Values[..2]).Select(value => new TestCaseData(path, group.Field, value))));

    [OneTimeSetUp]
    public async Task Open() => scene = await RefusalScene.Open();

    [OneTimeTearDown]
    public async Task Close() => await scene.DisposeAsync();

    [TestCaseSource(nameof(MissingFields))]
    public async Task A_required_field_that_is_missing_is_declined_with_30_and_leaves_no_trace(string path, string field)
    {
        var good = await scene.GoodMessage(path);
        var missing = await scene.Refuse(path, good, good.With(field, null));
        Assert.That(missing.Detail, Does.Contain(field), "detail names the field");
    }

    [TestCaseSource(nameof(MissingFields))]
    public async Task A_required_field_that_is_empty_is_missing(string path, string field)
    {
        var good = await scene.GoodMessage(path);
        var missing = await scene.Send(path, good.With(field, null).ToContent());
        var empty = await scene.Refuse(path, good, good.With(field, ""));
        Assert.That(empty.Text, Is.EqualTo(missing.Text));
    }

    [TestCaseSource(nameof(MalformedFields))]
    public async Task A_malformed_field_is_declined_with_30_and_leaves_no_trace(string path, string field, string value)
    {
        var good = await scene.GoodMessage(path);
        var malformed = await scene.Refuse(path, good, good.With(field, value));
        Assert.That(malformed.Detail, Does.Match($"^{field} must be .*[a-z0-9].*\\.$"), "detail names the field and says what is allowed");
        Assert.That(value.Length >= 6 && malformed.Detail!.Contains(value, StringComparison.Ordinal), Is.False, "detail does not repeat what was sent");
    }

    [TestCase("022", "password", "0011223344556677")]
    [TestCase("0022", "registerTraceNo", "1")]
    [TestCase("020", "password", null)]
    [TestCase("021", "password", "0011223344556677")]
    [TestCase("021", "track2", "9900000000000010=0000")]
    [TestCase("0021", "track3", "1")]
    [TestCase("011", "track2", "9900000000000010=0000")]
    [TestCase("0011", "track2", null)]
    [TestCase("221", "track2", null)]
    [TestCase("901", "track3", "1")]
    public async Task An_entry_mode_that_promises_more_than_came_is_declined_with_30(string consumeType, string besides, string? value)
    {
        var good = await scene.GoodMessage("trans/consume");
        await scene.Refuse("trans/consume", good, good.With("consumeType", consumeType).With(besides, value));
    }

    [TestCase("1", null, null)]
    [TestCase("01", null, null)]
    [TestCase("21", null, null)]
    [TestCase("22", null, null)]
    [TestCase("012", null, null)]
    [TestCase("0012", null, null)]
    [TestCase("052", null, null)]
    [TestCase("1021", null, null)]
    [TestCase("9999", null, null)]
    [TestCase("022", "track2", "9900000000000010=0000")]
    [TestCase("022", "track2", "9900000000000010D3001101123456789")]
    [TestCase("022", "track3", "99=D1")]
    [TestCase("0020", "track3", "1")]
    [TestCase("011", "password", "0011223344556677")]
    [TestCase("0051", "password", "00112233445566aa")]
    public async Task An_entry_mode_that_keeps_its_promise_is_accepted(string consumeType, string? field, string? value)
    {
        var good = await scene.GoodMessage("trans/consume");
        await scene.Approve("trans/consume", (field is null ? good : good.With(field, value)).With("consumeType", consumeType));
    }

    [TestCase("trans/consume", "track2 track3 password vaucher registerTraceNo")]
    [TestCase("trans/consumeReversal", "track2 track3 password vaucher registerTraceNo")]
    [TestCase("trans/cancel", "batchNo track2 track3 oriSerialNo oriTransTime oriRegisterTraceNo")]
    [TestCase("trans/cancelReversal", "batchNo track2 track3 oriSerialNo oriTransTime oriRegisterTraceNo")]
    [TestCase("refunds", "batchNo track2 track3 oriTransDate oriRegisterTraceNo")]
    [TestCase("refunds/cancel", "batchNo track2 track3 oriSerialNo oriTransTime oriTransDate oriRegisterTraceNo")]
    [TestCase("tickets/consume", "track2 track3")]
    [TestCase("tickets/consumeReversal", "track2 track3")]
    [TestCase("card/active", "track2 track3 idNo")]
    [TestCase("trans/settle", "pointCreditCount cardNo")]
    public async Task An_optional_field_that_is_empty_is_absent(string path, string fields)
    {
        var good = await scene.GoodMessage(path);
        var absent = fields.Split(' ').Aggregate(good, (form, field) => form.With(field, null));
        var empty = fields.Split(' ').Aggregate(good, (form, field) => form.With(field, ""));
        var answer = await scene.Approve(path, empty);
        Assert.That((await scene.Approve(path, absent)).Text, Is.EqualTo(answer.Text), "the same message");
    }

    [TestCase("trans/consume", "track2")]
    [TestCase("trans/consume", "password")]
    [TestCase("trans/consume", "vaucher")]
    [TestCase("trans/cancel", "oriSerialNo")]
    [TestCase("trans/cancel", "oriTransTime")]
    [TestCase("trans/cancel", "batchNo")]
    public async Task An_optional_field_that_is_blank_is_absent(string path, string field)
    {
        var good = await scene.GoodMessage(path);
        var answer = await scene.Approve(path, good.With(field, " \t "));
        Assert.That((await scene.Approve(path, good.With(field, null))).Text, Is.EqualTo(answer.Text), "the same message");
    }

    [TestCaseSource(nameof(MissingFields))]
    public async Task A_control_character_inside_a_field_is_declined_with_30(string path, string field)
    {
        var good = await scene.GoodMessage(path);
        var value = good.Fields[field];
        foreach (var control in new[] { "\0", "\u001f", "\u0085" })
        {
            var answer = await scene.Send(path, good.With(field, $"{value[0]}{control}{value}").ToContent());
            Assert.That(answer.Status, Is.EqualTo("30"), answer.Text);
        }

        await scene.Refuse(path, good, good.With(field, $"{value}\0"));
    }

    [Test]
    public async Task A_pin_block_has_the_length_of_the_terminals_cipher()
    {
        await scene.Host.SignOn("10000004");
        foreach (var (terminal, password) in new[] { ("10000001", "00112233445566778899AABBCCDDEEFF"), ("10000004", "0011223344556677") })
        {
            var good = (await scene.GoodMessage("trans/consume")).With("terminalNo", terminal);
            await scene.Refuse("trans/consume", good, good.With("password", password));
        }
    }

    [Test]
    public async Task A_cancel_names_its_original_or_is_declined_with_30()
    {
        var good = await scene.GoodMessage("trans/cancel");
        await scene.Refuse("trans/cancel", good, good.With("oriBatchNo", null).With("oriTraceNo", null));
    }

    [TestCase("1415125804")]
    [TestCase("1415125804472")]
    public async Task The_time_of_the_original_is_recorded(string sent)
    {
        var good = await scene.GoodMessage("trans/cancel");
        await scene.Approve("trans/cancel", good.With("oriTransTime", sent));
        Assert.That(await scene.Host.Dump(), Does.Contain("1415125804").Or.Contain("2014-11-04 18:30:04"));
    }
}
