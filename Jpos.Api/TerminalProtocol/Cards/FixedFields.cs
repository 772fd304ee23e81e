using System.Text;

namespace Jpos.Api.TerminalProtocol.Cards;

/// <summary>Shortens the answer of a card query to the fixed fields of an ISO 8583 gateway. Widths are bytes of GB2312.</summary>
internal static class FixedFields
{
    private const int NameBytes = 32;
    private const int AddressBytes = 80;
    private const int EmailBytes = 40;
    private const int VoucherNameBytes = 23;
    private const int MostVouchers = 23;

    private static readonly Encoding Gb2312 = CodePagesEncodingProvider.Instance.GetEncoding("gb2312", new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;

    /// <summary>Shortens an approved answer. A decline has no such fields.</summary>
    public static void Fit(QueryCardAnswer answer)
    {
        answer.Name = Fit(answer.Name, NameBytes);
        answer.Address = Fit(answer.Address, AddressBytes);
        answer.Email = Fit(answer.Email, EmailBytes);
        answer.Gender = answer.Gender.Length == 0 ? "00" : answer.Gender;
        answer.IdType = answer.IdType.Length == 0 ? "01" : answer.IdType;
        answer.Vaucher = [.. answer.Vaucher.Take(MostVouchers).Select(voucher => voucher with { Name = Fit(voucher.Name, VoucherNameBytes) })];
    }

    /// <summary>Returns the longest prefix of whole characters that fits. A character that GB2312 lacks becomes one question mark.</summary>
    internal static string Fit(string text, int mostBytes)
    {
        var fitted = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var letter = Letter(rune);
            bytes += letter.Length > 0 && letter[0] < 0x80 ? 1 : 2;
            if (bytes > mostBytes)
            {
                break;
            }

            fitted.Append(letter);
        }

        return fitted.ToString();
    }

    /// <summary>Checks the range of GB2312, because code page 936 is larger. Both bytes of GB2312 are at least A1, and its rows end at F7.</summary>
    private static string Letter(Rune rune)
    {
        if (rune.IsAscii)
        {
            return rune.ToString();
        }

        var bytes = Gb2312.GetBytes(rune.ToString());
        return bytes is [(>= 0xA1 and <= 0xA9) or (>= 0xB0 and <= 0xF7), >= 0xA1 and <= 0xFE] && Gb2312.GetString(bytes) == rune.ToString() ? rune.ToString() : "?";
    }
}
