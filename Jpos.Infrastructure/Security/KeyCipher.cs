using System.Security.Cryptography;
using Jpos.Domain.Terminals;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Parameters;

namespace Jpos.Infrastructure.Security;

/// <summary>What a terminal's key form means: which cipher, how long its keys are, how they travel, and their check values (protocol §9).</summary>
internal sealed class KeyCipher
{
    private const int CheckValueLength = 4;

    private readonly Func<byte[], IBlockCipher> encrypting;
    private readonly Func<byte[], byte[]> checkValue;
    private readonly bool hasParity;

    private KeyCipher(int masterKeyLength, int workingKeyLength, bool hasParity, Func<byte[], IBlockCipher> encrypting, Func<byte[], byte[]> checkValue)
    {
        MasterKeyLength = masterKeyLength;
        WorkingKeyLength = workingKeyLength;
        this.hasParity = hasParity;
        this.encrypting = encrypting;
        this.checkValue = checkValue;
    }

    /// <summary>In bytes. The master key of the DES form is a double-length one: only its working keys are single.</summary>
    public int MasterKeyLength { get; }

    /// <summary>In bytes.</summary>
    public int WorkingKeyLength { get; }

    public static KeyCipher Of(KeyForm form) => form switch
    {
        KeyForm.TripleDes => new(16, 16, true, TripleDes, key => EncryptedZeros(TripleDes(key))),
        KeyForm.Des => new(16, 8, true, TripleDes, key => EncryptedZeros(Des(key))),
        KeyForm.Aes128 => new(16, 16, false, Aes, AesMacOfZeros),
        KeyForm.Sm4 => new(16, 16, false, Sm4, key => EncryptedZeros(Sm4(key))),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    /// <summary>A random working key; with odd parity, different halves and no weak half where the cipher is DES.</summary>
    public byte[] MakeWorkingKey()
    {
        while (true)
        {
            var key = RandomNumberGenerator.GetBytes(WorkingKeyLength);
            if (!hasParity)
            {
                return key;
            }

            DesParameters.SetOddParity(key);
            var halves = key.Chunk(8).ToArray();
            if (!halves.Any(half => DesParameters.IsWeakKey(half, 0)) && (halves.Length == 1 || !halves[0].AsSpan().SequenceEqual(halves[1])))
            {
                return key;
            }
        }
    }

    /// <summary>The wire's <c>workingKey</c>: PIN key and MAC key, each encrypted block by block under the master key and followed by its check value.</summary>
    public string Transport(byte[] masterKey, byte[] pinKey, byte[] macKey) =>
        Convert.ToHexString([.. Encrypt(masterKey, pinKey), .. CheckValue(pinKey), .. Encrypt(masterKey, macKey), .. CheckValue(macKey)]);

    /// <summary>The first 4 bytes of what the form defines: by it the two ends see that they have the same key.</summary>
    public byte[] CheckValue(byte[] workingKey) => checkValue(workingKey)[..CheckValueLength];

    private byte[] Encrypt(byte[] masterKey, byte[] key)
    {
        var cipher = encrypting(masterKey);
        var encrypted = new byte[key.Length];
        for (var at = 0; at < key.Length; at += cipher.GetBlockSize())
        {
            cipher.ProcessBlock(key, at, encrypted, at);
        }

        return encrypted;
    }

    private static IBlockCipher TripleDes(byte[] key) => Keyed(new DesEdeEngine(), key);

    private static IBlockCipher Des(byte[] key) => Keyed(new DesEngine(), key);

    private static IBlockCipher Aes(byte[] key) => Keyed(new AesEngine(), key);

    private static IBlockCipher Sm4(byte[] key) => Keyed(new SM4Engine(), key);

    private static IBlockCipher Keyed(IBlockCipher cipher, byte[] key)
    {
        cipher.Init(true, new KeyParameter(key));
        return cipher;
    }

    private static byte[] EncryptedZeros(IBlockCipher cipher)
    {
        var block = new byte[cipher.GetBlockSize()];
        cipher.ProcessBlock(block, 0, block, 0);
        return block;
    }

    private static byte[] AesMacOfZeros(byte[] key)
    {
        var mac = new CMac(new AesEngine());
        mac.Init(new KeyParameter(key));
        mac.BlockUpdate(new byte[16], 0, 16);
        var result = new byte[mac.GetMacSize()];
        mac.DoFinal(result, 0);
        return result;
    }
}
