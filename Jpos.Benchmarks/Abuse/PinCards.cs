using System.Globalization;
using Jpos.Tests.Hosting;

namespace Jpos.Benchmarks.Abuse;

/// <summary>Cards with PINs, apart from those of the tills.</summary>
internal static class PinCards
{
    public const int Count = 100;

    private const string TransportKey = "benchmark";
    private const string Component = "0123456789ABCDEFFEDCBA9876543210";
    private const string OtherComponent = "101013131515161619191A1A1C1C1F1F";

    public static string Card(int number) => string.Create(CultureInfo.InvariantCulture, $"97{number % Count:D14}");

    /// <summary>Issues them.</summary>
    /// <param name="desk">The administrator's.</param>
    /// <param name="officer">A security officer's key.</param>
    public static async Task Issue(BackOfficeDesk desk, string officer)
    {
        var product = (await desk.Post("card-products", new { name = "With PINs", hasCheckDigit = false, requiresPin = true })).GetProperty("id").GetInt64();
        var member = (await desk.Post("members", new { name = "Owner" })).GetProperty("id").GetInt64();
        await desk.Post("transport-keys", new { name = TransportKey, components = (string[])[Component, OtherComponent], checkValue = "38866CCA", keyAlgorithm = "tripleDes" }, officer);
        byte[] key = [.. Convert.FromHexString(Component).Zip(Convert.FromHexString(OtherComponent), (left, right) => (byte)(left ^ right))];
        foreach (var card in Enumerable.Range(0, Count).Select(Card))
        {
            await desk.Post("cards", new { number = card, product, member });
            await desk.Post($"cards/{card}/pin", new { reason = "x", pinBlock = Convert.ToHexString(TerminalCrypto.TripleDes.PinBlock(key, "907142", card)), transportKey = TransportKey }, officer);
        }
    }
}
