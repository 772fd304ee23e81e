using Jpos.Domain.Keys;

namespace Jpos.Domain.Cards;

/// <summary>A key that the back office and another system share, so PINs reach the host in PIN blocks and never in clear.</summary>
public sealed class PinTransportKey
{
    public const int LongestName = 32;

    /// <summary>The allowed form of a name.</summary>
    public const string NameForm = "1 to 32 letters A to Z, digits or hyphens";

    private PinTransportKey()
    {
    }

    /// <param name="name">Its name; see <see cref="TryParseName"/>.</param>
    /// <param name="form">Its cipher; see <see cref="Takes"/>.</param>
    /// <param name="wrapped">The key under the host key.</param>
    /// <param name="checkValue">Its check value, hexadecimal.</param>
    /// <param name="loadedAt">When it was loaded, UTC.</param>
    public PinTransportKey(string name, KeyAlgorithm form, byte[] wrapped, string checkValue, DateTime loadedAt) =>
        (Name, KeyAlgorithm, Wrapped, CheckValue, LoadedAt) = (name, form, wrapped, checkValue, loadedAt);

    public string Name { get; private set; } = "";

    public KeyAlgorithm KeyAlgorithm { get; private set; }

    /// <summary>The key under the host key.</summary>
    public byte[] Wrapped { get; private set; } = [];

    /// <summary>The check value, hexadecimal, with which its owners compare their keys.</summary>
    public string CheckValue { get; private set; } = "";

    public DateTime LoadedAt { get; private set; }

    /// <summary>The length of its PIN blocks in bytes: format 0 in 3DES, format 4 in AES and SM4.</summary>
    public int BlockLength => KeyAlgorithm is KeyAlgorithm.TripleDes ? 8 : 16;

    /// <summary>Returns whether a cipher is strong enough for it. Single DES is not.</summary>
    public static bool Takes(KeyAlgorithm form) => form is not KeyAlgorithm.Des;

    /// <summary>Reads a name: 1 to 32 ASCII letters, digits or hyphens.</summary>
    public static bool TryParseName(string? text, [NotNullWhen(true)] out string? name)
    {
        name = text is { Length: > 0 and <= LongestName } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-') ? text : null;
        return name is not null;
    }

    /// <summary>Stores the same key under another version of the host key.</summary>
    public void ReplaceWrapped(byte[] wrapped) => Wrapped = wrapped;
}
