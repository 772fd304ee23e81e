using System.Security.Cryptography;
using Jpos.Domain.Cards;
using Jpos.Infrastructure.Keys;

namespace Jpos.Infrastructure.Security;

/// <summary>PIN blocks of ISO 9564: format 0 for ciphers with 8-byte blocks, format 4 for those with 16-byte blocks (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
internal static class PinBlockFormat
{
    /// <summary>The length of control nibble, PIN length, PIN and filler in both formats.</summary>
    private const int FieldLength = 8;

    /// <summary>Opens a PIN block.</summary>
    /// <returns>The PIN in ASCII, which the caller must wipe; null if the block was not made with this key for this card.</returns>
    public static byte[]? Decode(ICipherKey key, ReadOnlySpan<byte> block, CardNumber card)
    {
        var clear = key.Decrypt(block);
        try
        {
            if (block.Length == 8)
            {
                Xor(clear, CardBlock0(card.Value));
                return Read(clear, control: 0, filler: 0xF);
            }

            Xor(clear, CardBlock4(card.Value));
            var field = key.Decrypt(clear);
            try
            {
                return Read(field, control: 4, filler: 0xA);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(field);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(clear);
        }
    }

    /// <summary>Returns the account field of format 0: 0000 and the 12 rightmost digits of the card number without its check digit.</summary>
    private static byte[] CardBlock0(string card) => Convert.FromHexString($"0000{card[..^1].PadLeft(12, '0')[^12..]}");

    /// <summary>Returns the account field of format 4: the number of digits above 12, the digits, and zeros.</summary>
    private static byte[] CardBlock4(string card) => Convert.FromHexString($"{card.Length - 12}{card}".PadRight(32, '0'));

    /// <summary>Checks and reads the PIN field: control nibble, length, digits, filler. The rest of the field is random in format 4.</summary>
    private static byte[]? Read(ReadOnlySpan<byte> field, int control, int filler)
    {
        var length = field[0] & 0xF;
        if (field[0] >> 4 != control || length is < Pin.Shortest or > Pin.Longest)
        {
            return null;
        }

        var pin = new byte[length];
        for (var at = 0; at < (FieldLength - 1) * 2; at++)
        {
            var octet = field[1 + (at / 2)];
            var nibble = at % 2 == 0 ? octet >> 4 : octet & 0xF;
            if (at < length ? nibble > 9 : nibble != filler)
            {
                CryptographicOperations.ZeroMemory(pin);
                return null;
            }

            if (at < length)
            {
                pin[at] = (byte)('0' + nibble);
            }
        }

        return pin;
    }

    private static void Xor(Span<byte> target, ReadOnlySpan<byte> other)
    {
        for (var at = 0; at < target.Length; at++)
        {
            target[at] ^= other[at];
        }
    }
}
