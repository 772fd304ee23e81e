using System.Globalization;
using Jpos.Domain.Protocol;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>A file of cards, of members and of nobody, with points and without.</summary>
internal sealed class CardFile(int lines, long product) : BulkFile(Header, lines, number => MakeGood(number, product), number => MakeBad(number, product))
{
    public const string Header = "number,product,openingBalance,cardExpiresOn,sameMemberAs,name,grade,mobile,idType,idNumber";

    /// <summary>A card's number with its check digit.</summary>
    public static string Number(int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"9900001{number:D8}");
        return Enumerable.Range(0, 10).Select(digit => $"{body}{digit}").Single(text => CardNumber.Of(text).HasCheckDigit);
    }

    private static string MakeGood(int number, long product) => (number % 4) switch
    {
        0 => $"{Number(number)},{product},,,,,,,,",
        1 => string.Create(CultureInfo.InvariantCulture, $"{Number(number)},{product},{number}.25,2030-12-31,,\"Li, {number}\",gold,139{number:D8},05,E{number:D7}"),
        2 => $"{Number(number)},{product},0.5,,{Number(number - 1)},,,,,",
        _ => $"{Number(number)},{product},{number},,,,,,,",
    };

    private static (string Line, string Reason) MakeBad(int number, long product) => (number / BadEach % 8) switch
    {
        0 => ($"{Number(number)[..^1]}x,{product},,,,,,,,", "number: it must be 12 to 19 digits."),
        1 => ($"{Number(1)},{product},,,,,,,,", "number: A card with this number already exists."),
        2 => ($"{Number(number)},999,,,,,,,,", "product: No card product has this id or name."),
        3 => ($"{Number(number)},{product},1.001,2030-02-30,,,,,,", "cardExpiresOn: it must be a day, such as 2027-12-31.; openingBalance: it must be 0 to 9999999999.99, with at most 2 decimal places."),
        4 => ($"{Number(number)},{product},1,2020-01-01,,,,,,", "cardExpiresOn: The last day must not be in the past."),
        5 => ($"{Number(number)},{product},1,,,Li,,139,,", "mobile: it must be 11 digits, the first 1, the second 3 to 9."),
        6 => ($"{Number(number)},{product},1", "it has 3 fields, and the header has 10."),
        _ => ($"{Number(number)},{product},1,,{Number(number + 1)},,,,,", "sameMemberAs: No earlier card has this number, or that card has no member."),
    };
}
