using System.Text;

namespace Jpos.Api.Transport;

/// <summary>
/// How the value of Content-Length is read: digits (RFC 9110, 8.6). The server's own reading takes a plus sign too, which another server on the way may read otherwise; what is no digit becomes a letter, which the server refuses with 400.
/// </summary>
internal sealed class DigitsOnly : Encoding
{
    private const char NoDigit = 'x';

    public static readonly DigitsOnly Instance = new();

    public override int GetByteCount(char[] chars, int index, int count) => count;

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => ASCII.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) => GetChars(bytes.AsSpan(byteIndex, byteCount), chars.AsSpan(charIndex));

    /// <summary>Reads as many characters as there is room for: one too many is as good as all of them.</summary>
    public override int GetChars(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        var count = Math.Min(bytes.Length, chars.Length);
        for (var place = 0; place < count; place++)
        {
            chars[place] = bytes[place] is >= (byte)'0' and <= (byte)'9' ? (char)bytes[place] : NoDigit;
        }

        return count;
    }

    public override int GetMaxByteCount(int charCount) => charCount;

    public override int GetMaxCharCount(int byteCount) => byteCount;
}
