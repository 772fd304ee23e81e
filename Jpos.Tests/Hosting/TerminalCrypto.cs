using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Paddings;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace Jpos.Tests.Hosting;

/// <summary>What is built into a terminal: its ciphers, written apart from the host's so that the two can disagree.</summary>
/// <param name="Cipher">Its working keys' cipher by name.</param>
/// <param name="MasterCipher">Its master key's.</param>
/// <param name="KeyLength">Of a working key, in bytes.</param>
internal sealed record TerminalCrypto(string Cipher, string MasterCipher, int KeyLength)
{
    public static readonly TerminalCrypto TripleDes = new("DESede", "DESede", 16);
    public static readonly TerminalCrypto Des = new("DES", "DESede", 8);
    public static readonly TerminalCrypto Aes = new("AES", "AES", 16);
    public static readonly TerminalCrypto Sm4 = new("SM4", "SM4", 16);

    private bool HasWideBlocks => Cipher is "AES" or "SM4";

    /// <summary>The two keys of a check-in's <c>workingKey</c>.</summary>
    public (byte[] PinKey, byte[] MacKey) Open(string workingKey, byte[] masterKey)
    {
        var bytes = Convert.FromHexString(workingKey);
        byte[] Key(int at) => Run(MasterCipher, masterKey, bytes.AsSpan(at, KeyLength).ToArray(), false);
        return (Key(0), Key(KeyLength + 4));
    }

    public byte[] Mac(byte[] key, byte[] message)
    {
        var mac = Cipher switch
        {
            "DESede" => MacUtilities.GetMac("ISO9797ALG3WITHISO7816-4PADDING"),
            "DES" => new CbcBlockCipherMac(new DesEngine(), 64, new ISO7816d4Padding()),
            "AES" => new CMac(new AesEngine()),
            _ => new CMac(new SM4Engine()),
        };
        mac.Init(new KeyParameter(key));
        return MacUtilities.DoFinal(mac, message);
    }

    /// <summary>A PIN as it is typed, encrypted for a card.</summary>
    public byte[] PinBlock(byte[] key, string pin, string card)
    {
        if (!HasWideBlocks)
        {
            return Run(Cipher, key, Xor(Hex($"0{pin.Length:X}{pin}", 16, 'F'), Hex($"0000{card[^13..^1]}", 16, '0')), true);
        }

        byte[] field = [.. Hex($"4{pin.Length:X}{pin}", 16, 'A'), .. SecureRandom.GetNextBytes(new SecureRandom(), 8)];
        return Run(Cipher, key, Xor(Run(Cipher, key, field, true), Hex($"{card.Length - 12}{card}", 32, '0')), true);
    }

    private static byte[] Run(string cipher, byte[] key, byte[] blocks, bool encrypts)
    {
        var ecb = CipherUtilities.GetCipher($"{cipher}/ECB/NoPadding");
        ecb.Init(encrypts, new KeyParameter(key));
        return ecb.DoFinal(blocks);
    }

    private static byte[] Hex(string digits, int length, char filler) => Convert.FromHexString(digits.PadRight(length, filler));

    private static byte[] Xor(byte[] one, byte[] other) => [.. one.Zip(other, (left, right) => (byte)(left ^ right))];
}
