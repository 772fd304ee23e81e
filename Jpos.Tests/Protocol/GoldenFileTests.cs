using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>
/// The conversations in the folder Golden, each on a host that has it to itself: every endpoint with each code that protocol §2 and §6 have for it. A file is called endpoint-code[-case].txt, and the code is what it is about.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class GoldenFileTests
{
    private static readonly string Folder = RepositoryFile.PathOf("Jpos.Tests/Protocol/Golden");

    private static readonly Dictionary<string, string[]> Cases = new()
    {
        ["checkin"] =
        [
            "00", "00-aes-terminal", "00-after-settlement", "00-again", "00-batch-numbers-wrap", "00-des-terminal", "00-mac-required", "00-short-route",
            "03-store-closed", "03-store-unknown", "30-operator-missing", "30-terminal-malformed", "58-operator-unknown", "58-other-store", "58-terminal-disabled", "97",
        ],
        ["cards"] =
        [
            "00", "00-gateway", "00-gateway-nobody", "00-lot-expired", "00-no-check-digit", "00-not-activated", "00-pending-gift", "00-short-route", "03-store-closed", "03-store-unknown", "14-card-closed",
            "14-card-unknown", "14-check-digit", "30-batch-malformed", "30-card-missing", "41", "43", "54-card-record", "58-other-store", "58-terminal-disabled", "62",
            "77-mac-required-not-signed-on", "77-not-signed-on", "77-other-batch", "77-settled", "97", "A0-mac-missing", "A0-mac-wrong",
        ],
        ["consume"] =
        [
            "00", "00-again", "00-cash-without-pin", "00-cash-no-pin-yet", "00-mac-off", "00-next-batch", "00-pin", "00-point-value", "00-short-route", "00-swiped", "00-two-lots", "03-store-closed",
            "03-store-unknown", "13-malformed", "13-nothing", "14-card-closed", "14-card-unknown", "14-check-digit", "14-other-track", "21", "30-amount-missing",
            "30-password-missing", "30-pin-block-length", "30-pin-missing", "30-track-missing", "30-voucher-json", "38", "41", "43", "51-again", "51-lot-expired",
            "51-pending-gift", "51-points", "51-voucher-expired", "51-voucher-of-another", "51-voucher-pieces", "51-voucher-type", "51-voucher-unknown", "54-card-record",
            "54-track", "55", "57-no-pin", "57-no-pin-any-block", "57-no-pin-voucher", "57-product", "57-store", "58-other-store", "58-terminal-disabled", "61", "62", "65", "75", "77-mac-required-not-signed-on", "77-not-signed-on",
            "77-other-batch", "77-settled", "94-other-content", "94-reversed", "97", "99", "99-no-pin", "A0-mac-missing", "A0-mac-wrong",
        ],
        ["consumeReversal"] =
        [
            "00", "00-again", "00-below-zero", "00-card-frozen-since", "00-denied-since", "00-late", "00-late-after-check-in", "00-lot-expired", "00-other-spelling",
            "00-short-route", "03-store-closed", "03-store-unknown", "12-cancelled", "12-declined", "12-refunded", "14", "25", "25-never-compared", "25-next-batch", "30-card-missing",
            "58-other-store", "58-terminal-disabled", "64-amount", "64-lines", "77-mac-required-not-signed-on", "77-not-signed-on", "77-other-batch", "94", "97",
            "A0-mac-missing", "A0-mac-wrong",
        ],
        ["cancel"] =
        [
            "00", "00-again", "00-by-both", "00-by-serial", "00-short-route", "03-store-closed", "03-store-unknown", "12-declined", "12-settled", "14-card-closed",
            "14-card-unknown", "14-check-digit", "14-other-card", "14-other-track", "21", "22-cancelled", "22-refunded", "22-reversed", "25-disagree", "25-never-seen",
            "25-other-terminal", "25-register-trace", "30-original-missing", "30-serial-malformed", "41", "43", "51", "54-card-record", "54-track", "57-product",
            "57-store", "58-other-store", "58-terminal-disabled", "62", "77-mac-required-not-signed-on", "77-no-open-batch", "77-not-signed-on", "77-other-batch",
            "94-other-operation", "94-reversed", "97", "A0-mac-missing", "A0-mac-wrong",
        ],
        ["cancelReversal"] =
        [
            "00", "00-again", "00-below-zero", "00-cancel-again", "00-late", "00-late-by-serial", "00-late-without-batch", "00-short-route", "00-voucher-gone", "03-store-closed", "03-store-unknown", "12-declined",
            "14", "25", "30-original-missing", "58-other-store", "58-terminal-disabled", "64", "77-mac-required-not-signed-on", "77-no-open-batch", "77-not-signed-on",
            "77-other-batch", "94", "97", "A0-mac-missing", "A0-mac-wrong",
        ],
        ["refunds"] =
        [
            "00", "00-after-its-cancel", "00-again", "00-date-and-register-trace", "00-gift-partly-spent", "00-gift-pending", "00-gift-spent", "00-last-day",
            "00-other-terminal", "00-point-value", "00-points-back-cover-gift", "00-short-route", "00-without-batch", "03-store-closed", "03-store-unknown",
            "14-card-closed", "14-card-unknown", "14-check-digit", "14-other-card", "14-other-track", "21", "22-cancelled", "22-refunded", "22-reversed", "22-window",
            "25-date", "25-never-seen", "25-no-consume", "25-other-store", "25-register-trace", "30-date-malformed", "30-serial-malformed", "30-serial-missing", "41",
            "43", "54-card-record", "54-track", "57-product", "57-store", "58-other-store", "58-terminal-disabled", "62", "77-mac-required-not-signed-on",
            "77-no-open-batch", "77-not-signed-on", "77-other-batch", "94-other-content", "94-other-operation", "94-reversed", "97", "A0-mac-missing", "A0-mac-wrong",
        ],
        ["refundCancel"] =
        [
            "00", "00-again", "00-by-both", "00-by-both-with-consume", "00-by-consume", "00-by-serial", "00-date-and-register-trace", "00-date-of-consume", "00-gift-available",
            "00-gift-partly-spent", "00-second-refund", "00-short-route", "00-then-cancel", "00-without-batch", "03-store-closed", "03-store-unknown", "12-declined",
            "12-settled", "14-card-closed", "14-card-unknown", "14-check-digit", "14-other-card", "14-other-track", "21", "22", "25-consume-by-trace",
            "25-consume-not-refunded", "25-date", "25-disagree", "25-never-seen", "25-other-terminal", "25-register-trace", "30-date-malformed", "30-original-missing",
            "41", "43", "51-before-gift", "51-points", "51-voucher", "54-card-record", "54-track", "57-product", "57-store", "58-other-store", "58-terminal-disabled",
            "62", "77-mac-required-not-signed-on", "77-no-open-batch", "77-not-signed-on", "77-other-batch", "94-other-content", "94-other-operation", "94-reversed",
            "97", "A0-mac-missing", "A0-mac-wrong",
        ],
        ["tickets"] =
        [
            "00", "00-expired", "00-none", "00-pending-gift", "00-short-route", "00-used-up", "03-store-closed", "03-store-unknown", "14-card-closed", "14-card-unknown",
            "14-check-digit", "21", "30-card-missing", "41", "43", "54-card-record", "58-other-store", "58-terminal-disabled", "62", "77-mac-required-not-signed-on",
            "77-not-signed-on", "77-other-batch", "77-settled", "97", "A0-mac-missing", "A0-mac-wrong",
        ],
        ["ticketsConsume"] =
        [
            "00", "00-again", "00-card-with-pin", "00-mixed", "00-next-batch", "00-no-advertisement", "00-one-object", "00-short-route", "03-store-closed",
            "03-store-unknown", "14-card-closed", "14-card-unknown", "14-check-digit", "14-other-track", "21", "30-empty-list", "30-id-twice", "30-json",
            "30-ticket-missing", "41", "43", "51-again", "51-all-or-nothing", "51-expired", "51-of-another", "51-pieces", "51-type", "51-unknown", "54-card-record",
            "54-track", "57-product", "57-store", "58-other-store", "58-terminal-disabled", "62", "77-mac-required-not-signed-on", "77-not-signed-on", "77-other-batch",
            "94-other-content", "94-other-operation", "94-reversed", "97", "A0-mac-missing", "A0-mac-wrong",
        ],
        ["ticketsConsumeReversal"] =
        [
            "00", "00-again", "00-card-frozen-since", "00-expired", "00-late", "00-other-spelling", "00-short-route", "03-store-closed", "03-store-unknown",
            "12-declined", "14", "25", "25-next-batch", "30-empty-list", "30-ticket-missing", "58-other-store", "58-terminal-disabled", "64-pieces", "64-ticket",
            "77-mac-required-not-signed-on", "77-not-signed-on", "77-other-batch", "94", "97", "A0-mac-missing", "A0-mac-wrong",
        ],
        ["sendVerifyCode"] =
        [
            "00", "00-known-mobile", "00-short-route", "00-without-batch", "00-without-open-batch", "03-store-closed", "03-store-unknown", "30-mobile-malformed",
            "30-mobile-missing", "58-other-store", "58-terminal-disabled", "65-again", "65-day", "65-hour", "65-terminal", "77-mac-required-not-signed-on",
            "77-not-signed-on", "77-other-batch", "92", "97", "A0-mac-missing", "A0-mac-wrong",
        ],
        ["active"] =
        [
            "00", "00-again", "00-four-wrong", "00-just-in-time", "00-passport", "00-same-identity", "00-short-route", "00-without-identity", "03-store-closed",
            "03-store-unknown", "05-expired", "05-five-wrong", "05-identity", "05-never-sent", "05-other-mobile", "05-other-store", "05-other-terminal", "05-used",
            "05-voided", "05-wrong", "12", "14-card-closed", "14-card-unknown", "14-check-digit", "14-other-track", "30-code-missing", "30-id-check-digit",
            "30-id-length", "30-id-type", "41", "43", "54-card-record", "54-track", "57-product", "57-store", "58-other-store", "58-terminal-disabled", "62",
            "77-mac-required-not-signed-on", "77-not-signed-on", "77-other-batch", "94-other-content", "94-other-operation", "94-reversed", "97", "A0-mac-missing",
            "A0-mac-wrong",
        ],
        ["settle"] =
        [
            "00", "00-again", "00-counts-with-places", "00-gift-available", "00-late-reversal", "00-nn", "00-ns", "00-numbers-wrap", "00-numbers-wrap-check-in",
            "00-opens-the-next", "00-refund-of-another-batch", "00-right-spelling", "00-right-spelling-counts", "00-short-route", "00-sn", "00-then-check-in",
            "00-then-consume", "00-with-card", "03-store-closed", "03-store-unknown", "13", "30-amount-missing", "30-count-fraction", "30-count-missing",
            "30-credit-count-missing", "58-other-store", "58-terminal-disabled", "77-mac-required-not-signed-on", "77-not-signed-on", "77-older", "77-other-batch", "97",
            "A0-mac-missing", "A0-mac-wrong",
        ],
    };

    /// <summary>The addresses of the files that are not called after the end of theirs.</summary>
    private static readonly Dictionary<string, string> Addresses = new()
    {
        ["refundCancel"] = "refunds/cancel",
        ["ticketsConsume"] = "tickets/consume",
        ["ticketsConsumeReversal"] = "tickets/consumeReversal",
    };

    private readonly SharedHosts hosts = new();

    /// <summary>Returns how the files of an address are called.</summary>
    public static string NameOf(string path) => Addresses.FirstOrDefault(name => name.Value == path).Key ?? path[(path.LastIndexOf('/') + 1)..];

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    [OneTimeTearDown]
    public ValueTask StopHosts() => hosts.DisposeAsync();

    [Test]
    public void No_conversation_is_missing_and_none_is_unlisted() =>
        Assert.That(Files, Is.EquivalentTo(Cases.SelectMany(endpoint => endpoint.Value.Select(name => $"{endpoint.Key}-{name}"))));

    [TestCase("checkin", "00 03 30 58 97")]
    [TestCase("cards", "00 03 14 30 41 43 54 58 62 77 97 A0")]
    [TestCase("consume", "00 03 13 14 21 30 38 41 43 51 54 55 57 58 61 62 65 75 77 94 97 99 A0")]
    [TestCase("consumeReversal", "00 03 12 14 25 30 58 64 77 94 97 A0")]
    [TestCase("cancel", "00 03 12 14 21 22 25 30 41 43 51 54 57 58 62 77 94 97 A0")]
    [TestCase("cancelReversal", "00 03 12 14 25 30 58 64 77 94 97 A0")]
    [TestCase("active", "00 03 05 12 14 30 41 43 54 57 58 62 77 94 97 A0")]
    [TestCase("refundCancel", "00 03 12 14 21 22 25 30 41 43 51 54 57 58 62 77 94 97 A0")]
    [TestCase("refunds", "00 03 14 21 22 25 30 41 43 54 57 58 62 77 94 97 A0")]
    [TestCase("sendVerifyCode", "00 03 30 58 65 77 92 97 A0")]
    [TestCase("settle", "00 03 13 30 58 77 97 A0")]
    [TestCase("tickets", "00 03 14 21 30 41 43 54 58 62 77 97 A0")]
    [TestCase("ticketsConsume", "00 03 14 21 30 41 43 51 54 57 58 62 77 94 97 A0")]
    [TestCase("ticketsConsumeReversal", "00 03 12 14 25 30 58 64 77 94 97 A0")]
    public void Every_code_of_an_endpoint_has_a_conversation(string endpoint, string codes) =>
        Assert.That(Cases[endpoint].Select(name => name[..2]).Distinct(), Is.EquivalentTo(codes.Split(' ')));

    [Category(RepositoryFile.Golden)]
    [TestCaseSource(nameof(Files))]
    public async Task A_conversation_goes_as_written(string file)
    {
        var text = await GoldenFile.Run(Path.Combine(Folder, $"{file}.txt"), hosts);
        var endpoint = file[..file.IndexOf('-', StringComparison.Ordinal)];
        Assert.That(text, Does.Contain($"/{Addresses.GetValueOrDefault(endpoint, endpoint)}\n").And.Contain($"{{\"status\":\"{file.Split('-')[1]}\""), "what its name says");
    }
}
