using System.Globalization;
using System.Text;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>A file of cards of which every 100th line is bad, each for another reason.</summary>
internal sealed class CardFile
{
    public const string Header = "number,product,openingBalance,expiresOn,sameMemberAs,name,grade,mobile,idType,idNumber";

    private const int BadEach = 100;

    private readonly List<string> lines = [Header];
    private readonly List<(int Line, string Reason)> bad = [];

    public CardFile(int lines, long product)
    {
        for (var number = 1; number <= lines; number++)
        {
            if (number % BadEach == 0)
            {
                var (line, reason) = Bad(number, product);
                this.lines.Add(line);
                bad.Add((this.lines.Count, reason));
            }
            else
            {
                this.lines.Add(Good(number, product));
            }
        }
    }

    public byte[] Bytes => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    /// <summary>The bad lines, and what is wrong with each.</summary>
    public IReadOnlyList<(int Line, string Reason)> Faults => bad;

    public int Good(int lines) => lines - bad.Count;

    /// <summary>A card's number with its check digit.</summary>
    public static string Number(int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"9900001{number:D8}");
        return Enumerable.Range(0, 10).Select(digit => $"{body}{digit}").Single(text => CardNumber.Of(text).HasCheckDigit);
    }

    private static string Good(int number, long product) => (number % 4) switch
    {
        0 => $"{Number(number)},{product},,,,,,,,",
        1 => string.Create(CultureInfo.InvariantCulture, $"{Number(number)},{product},{number}.25,2030-12-31,,\"Li, {number}\",gold,139{number:D8},05,E{number:D7}"),
        2 => $"{Number(number)},{product},0.5,,{Number(number - 1)},,,,,",
        _ => $"{Number(number)},{product},{number},,,,,,,",
    };

    private static (string Line, string Reason) Bad(int number, long product) => (number / BadEach % 8) switch
    {
        0 => ($"{Number(number)[..^1]}x,{product},,,,,,,,", "number: it is malformed."),
        1 => ($"{Number(1)},{product},,,,,,,,", "number: There is a card with this number."),
        2 => ($"{Number(number)},999,,,,,,,,", "product: There is no such card product."),
        3 => ($"{Number(number)},{product},1.001,2030-02-30,,,,,,", "expiresOn: it is no day, as 2027-12-31.; openingBalance: it is 0 to 9999999999.99, with at most 2 decimal places."),
        4 => ($"{Number(number)},{product},1,2020-01-01,,,,,,", "expiresOn: This day has passed."),
        5 => ($"{Number(number)},{product},1,,,Li,,139,,", "mobile: it is malformed."),
        6 => ($"{Number(number)},{product},1", "it has 3 fields, and the header has 10."),
        _ => ($"{Number(number)},{product},1,,{Number(number + 1)},,,,,", "sameMemberAs: There is no such card on a line before, or it belongs to nobody."),
    };
}
