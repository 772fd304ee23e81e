using Jpos.Tests.Hosting;

namespace Jpos.Benchmarks.Abuse;

/// <summary>Bodies of the back office whose texts and lists are as long as they may be.</summary>
internal static class LongestBodies
{
    public static readonly string[] Components = ["0123456789ABCDEFFEDCBA9876543210", "101013131515161619191A1A1C1C1F1F"];
    public static readonly string Reason = new('r', 200);
    public static readonly string Name = new('n', 100);

    private static readonly string[] Events =
        ["transaction.approved", "transaction.reversed", "transaction.cancelled", "transaction.refunded", "batch.settled", "batch.unequal", "card.stateChanged"];

    private static readonly string[] Denied = ["consume", "cancel", "refund", "refundCancel", "consumeTickets", "activate"];
    private static readonly string Advertisement = new('欢', 499);

    public static IEnumerable<string> Prefixes => Enumerable.Range(0, 20).Select(number => $"{number:D11}");

    public static object Campaign(IEnumerable<string> stores) => new
    {
        name = Name,
        multiplier = 1.0001m,
        from = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}",
        through = "2037-12-31",
        stores,
        grades = (string[])["green", "gold", "platinum", "diamond"],
        advertisement = Advertisement,
    };

    public static object Key(IEnumerable<string> stores) => new { name = Name, role = "manager", stores = stores.Take(100), expiresAt = "2037-12-31T00:00:00Z" };

    public static object Store(string? number) => number is null
        ? new { name = Name, advertisement = Advertisement, isOpen = true, timeZone = "Asia/Shanghai", deniedOperations = Denied }
        : new { number, name = Name, advertisement = Advertisement, isOpen = true, timeZone = "Asia/Shanghai", deniedOperations = Denied };

    public static object Terminal(string number, string policy) => new { number, store = Fill.Store, keyAlgorithm = "tripleDes", macPolicy = policy, untilFirstSigned = false, mostPerConsume = 1000, mostGiftsPerDay = 1000, answers = "full" };

    public static object ChangedTerminal(string policy) => new { isEnabled = true, macPolicy = policy, untilFirstSigned = false, mostPerConsume = 1000, mostGiftsPerDay = 1000, answers = "full" };

    public static object Product(string name, IEnumerable<string> prefixes) => new
    {
        name,
        hasCheckDigit = false,
        numberLengths = Enumerable.Range(12, 8),
        numberPrefixes = prefixes,
        requiresPin = false,
        deniedOperations = Array.Empty<string>(),
        mostPerConsume = 50_000,
        mostConsumesPerDay = 100_000,
    };

    public static object Kind() => new { name = new string('k', 50), type = "exchange", face = 0.01m, validDays = 90 };

    public static object Member(string id) => new
    {
        name = Name,
        grade = "gold",
        gender = "01",
        mobile = "13912345678",
        idType = "07",
        idNumber = id.PadRight(40, 'X'),
        address = new string('a', 200),
        email = $"{new string('e', 60)}@example.org",
    };

    public static object Adjustment(int number, int points) => new { card = TerminalProbes.Card(number + 200), points, reason = Reason };

    public static object TransportKey(string name) => new { name, components = Components, checkValue = "38866CCA", keyAlgorithm = "tripleDes" };

    public static object Webhook() => new { url = $"https://localhost:1/{new string('p', 980)}", events = Events, isEnabled = true, description = new string('d', 200) };

    public static object Rules() => new
    {
        pointValue = 1,
        rates = new { green = 0.01, gold = 0.015, platinum = 0.02, diamond = 0.03 },
        giftDecimals = 2,
        giftRounding = "down",
        giftValidMonths = 24,
        pendingDays = 7,
        giftsAvailableAtOnce = false,
        expiryGraceDays = 0,
        refundWindowDays = 30,
        refundMayLeaveDebt = false,
        adjustmentLimit = 1000,
        adjustmentLimitOfPerson = 10_000,
        mostPerConsume = 50_000,
        mostGiftsPerDay = 100_000,
        largeGift = 1,
    };

    public static string Block(string card)
    {
        var (one, other) = (Convert.FromHexString(Components[0]), Convert.FromHexString(Components[1]));
        return Convert.ToHexString(TerminalCrypto.TripleDes.PinBlock([.. one.Zip(other, (left, right) => (byte)(left ^ right))], "907142", card));
    }
}
