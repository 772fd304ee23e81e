namespace Jpos.Tests.Protocol;

/// <summary>
/// The conversations in the folder Golden, each on a host of its own: every endpoint with each code that protocol §2 and §6 have for it. A file is called endpoint-code[-case].txt, and the code is what it is about.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class GoldenFileTests
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Protocol", "Golden");

    private static readonly Dictionary<string, string[]> Cases = new()
    {
        ["checkin"] =
        [
            "00", "00-aes-terminal", "00-after-settlement", "00-again", "00-batch-numbers-wrap", "00-des-terminal", "00-mac-required", "00-short-route",
            "03-store-closed", "03-store-unknown", "30-operator-missing", "30-terminal-malformed", "58-operator-unknown", "58-other-store", "58-terminal-disabled", "97",
        ],
        ["cards"] =
        [
            "00", "00-lot-expired", "00-no-check-digit", "00-not-activated", "00-pending-gift", "00-short-route", "03-store-closed", "03-store-unknown", "14-card-closed",
            "14-card-unknown", "14-check-digit", "30-batch-malformed", "30-card-missing", "41", "43", "54-card-record", "58-other-store", "58-terminal-disabled", "62",
            "77-mac-required-not-signed-on", "77-not-signed-on", "77-other-batch", "77-settled", "97", "A0-mac-missing", "A0-mac-wrong",
        ],
        ["consume"] =
        [
            "00", "00-again", "00-cash-without-pin", "00-mac-off", "00-next-batch", "00-point-value", "00-short-route", "00-swiped", "00-two-lots", "03-store-closed",
            "03-store-unknown", "13-malformed", "13-nothing", "14-card-closed", "14-card-unknown", "14-check-digit", "14-other-track", "21", "30-amount-missing",
            "30-password-missing", "30-pin-block-length", "30-pin-missing", "30-track-missing", "30-voucher-json", "41", "43", "51-again", "51-lot-expired",
            "51-pending-gift", "51-points", "51-voucher-expired", "51-voucher-of-another", "51-voucher-pieces", "51-voucher-type", "51-voucher-unknown", "54-card-record",
            "54-track", "57-product", "57-store", "58-other-store", "58-terminal-disabled", "61", "62", "65", "77-mac-required-not-signed-on", "77-not-signed-on",
            "77-other-batch", "77-settled", "94-other-content", "94-reversed", "97", "99", "A0-mac-missing", "A0-mac-wrong",
        ],
        ["consumeReversal"] =
        [
            "00", "00-again", "00-below-zero", "00-card-frozen-since", "00-denied-since", "00-late", "00-late-after-check-in", "00-lot-expired", "00-other-spelling",
            "00-short-route", "03-store-closed", "03-store-unknown", "12-cancelled", "12-declined", "14", "25", "25-never-compared", "25-next-batch", "30-card-missing",
            "58-other-store", "58-terminal-disabled", "64-amount", "64-lines", "77-mac-required-not-signed-on", "77-not-signed-on", "77-other-batch", "94", "97",
            "A0-mac-missing", "A0-mac-wrong",
        ],
        ["cancel"] =
        [
            "00", "00-again", "00-by-both", "00-by-serial", "00-short-route", "03-store-closed", "03-store-unknown", "12-declined", "12-settled", "14-card-closed",
            "14-card-unknown", "14-check-digit", "14-other-card", "14-other-track", "21", "22-cancelled", "22-reversed", "25-disagree", "25-never-seen",
            "25-other-terminal", "25-register-trace", "30-original-missing", "30-serial-malformed", "41", "43", "51", "54-card-record", "54-track", "57-product",
            "57-store", "58-other-store", "58-terminal-disabled", "62", "77-mac-required-not-signed-on", "77-no-open-batch", "77-not-signed-on", "77-other-batch",
            "94-other-operation", "94-reversed", "97", "A0-mac-missing", "A0-mac-wrong",
        ],
        ["cancelReversal"] =
        [
            "00", "00-again", "00-below-zero", "00-cancel-again", "00-late", "00-short-route", "00-voucher-gone", "03-store-closed", "03-store-unknown", "12-declined",
            "14", "25", "30-original-missing", "58-other-store", "58-terminal-disabled", "64", "77-mac-required-not-signed-on", "77-no-open-batch", "77-not-signed-on",
            "77-other-batch", "94", "97", "A0-mac-missing", "A0-mac-wrong",
        ],
    };

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    [Test]
    public void No_conversation_is_missing_and_none_is_unlisted() =>
        Assert.That(Files, Is.EquivalentTo(Cases.SelectMany(endpoint => endpoint.Value.Select(name => $"{endpoint.Key}-{name}"))));

    [TestCase("checkin", "00 03 30 58 97")]
    [TestCase("cards", "00 03 14 30 41 43 54 58 62 77 97 A0")]
    [TestCase("consume", "00 03 13 14 21 30 41 43 51 54 57 58 61 62 65 77 94 97 99 A0")]
    [TestCase("consumeReversal", "00 03 12 14 25 30 58 64 77 94 97 A0")]
    [TestCase("cancel", "00 03 12 14 21 22 25 30 41 43 51 54 57 58 62 77 94 97 A0")]
    [TestCase("cancelReversal", "00 03 12 14 25 30 58 64 77 94 97 A0")]
    public void Every_code_of_an_endpoint_has_a_conversation(string endpoint, string codes) =>
        Assert.That(Cases[endpoint].Select(name => name[..2]).Distinct(), Is.EquivalentTo(codes.Split(' ')));

    [TestCaseSource(nameof(Files))]
    public async Task A_conversation_goes_as_written(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, $"{file}.txt"));
        Assert.That(text, Does.Contain($"/{file[..file.IndexOf('-', StringComparison.Ordinal)]}\n").And.Contain($"{{\"status\":\"{file.Split('-')[1]}\""), "what its name says");
        await GoldenFile.Run(text);
    }
}
