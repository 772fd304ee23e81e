using System.Globalization;

namespace Jpos.Tests.EndToEnd.BackOffice.Bulk;

/// <summary>A file of members, with passports, with citizens' numbers and without documents.</summary>
internal sealed class MemberFile(int lines) : BulkFile(Header, lines, MakeGood, MakeBad)
{
    public const string Header = "name,grade,gender,mobile,idType,idNumber,address,email";

    private static string MakeGood(int number) => (number % 4) switch
    {
        0 => $"王{number},,,,,,,",
        1 => string.Create(CultureInfo.InvariantCulture, $"\"Li, {number}\",gold,01,139{number:D8},05,e{number:D7},,li{number}@example.com"),
        2 => string.Create(CultureInfo.InvariantCulture, $"Zhao {number},platinum,02,,01,{Citizen(number)},Road {number},"),

        // The same number, and another kind of document.
        _ => string.Create(CultureInfo.InvariantCulture, $"Qian {number},,00,,06,E{number - 2:D7},,"),
    };

    private static (string Line, string Reason) MakeBad(int number) => (number / BadEach % 8) switch
    {
        0 => ($",gold,,139{number:D8},,,,", "name: it is missing."),
        1 => ("Li,,,,05,E0000001,,", "idNumber: A member with this document already exists."),
        2 => ("张三,,,,01,110101199001011237,,", "idNumber: A member with this document already exists."),
        3 => ("Li,tin,03,139,,,,@", "grade: it must be one of: green, gold, platinum, diamond.; gender: it must be one of: 00 (unknown), 01 (male), 02 (female).; email: it must be an e-mail address, such as li@example.org.; mobile: it must be 11 digits, the first 1, the second 3 to 9."),
        4 => ("Li,,,,01,110101199001011238,,", "idNumber: it must be a citizen number of 18 characters with a correct check character, if the type is 01."),
        5 => ("Li,,,,05,,,", "idNumber: it is missing."),
        6 => ("Li,gold,01", "it has 3 fields, and the header has 8."),
        _ => (string.Create(CultureInfo.InvariantCulture, $"Li,,,,01,{Citizen(number - 98)},,"), "idNumber: A member with this document already exists."),
    };

    /// <summary>A citizen's number with its check character (GB 11643).</summary>
    private static string Citizen(int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"110101{19500101 + (number / 1000)}{number % 1000:D3}");
        return "0123456789X".Select(check => body + check).Single(text => Domain.Protocol.IdentityNumber.Of(text).IsCitizenNumber);
    }
}
