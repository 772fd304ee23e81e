using System.Security.Cryptography;
using Jpos.Domain.Keys;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Paddings;
using Org.BouncyCastle.Crypto.Parameters;

namespace Jpos.Infrastructure.Security;

/// <summary>A cipher of terminal keys: its key length, key quality, encryption, MAC and check value (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
internal sealed class KeyCipher
{
    public const int CheckValueLength = 4;

    private readonly Func<IBlockCipher> engine;
    private readonly Func<IMac> mac;

    private KeyCipher(int keyLength, int blockLength, Func<IBlockCipher> engine, Func<IMac> mac) =>
        (KeyLength, BlockLength, this.engine, this.mac) = (keyLength, blockLength, engine, mac);

    /// <summary>The length of a key, in bytes.</summary>
    public int KeyLength { get; }

    /// <summary>The length of a block, in bytes.</summary>
    public int BlockLength { get; }

    /// <summary>Whether keys have parity bits and weak values, as DES keys do.</summary>
    private bool IsDes => BlockLength == 8;

    /// <summary>Returns the cipher of an algorithm's working keys.</summary>
    public static KeyCipher Of(KeyAlgorithm form) => form switch
    {
        KeyAlgorithm.TripleDes => new(16, 8, () => new DesEdeEngine(), () => new ISO9797Alg3Mac(new DesEngine(), new ISO7816d4Padding())),
        KeyAlgorithm.Des => new(8, 8, () => new DesEngine(), () => new CbcBlockCipherMac(new DesEngine(), 64, new ISO7816d4Padding())),
        KeyAlgorithm.Aes128 => new(16, 16, AesUtilities.CreateEngine, () => new CMac(AesUtilities.CreateEngine())),
        KeyAlgorithm.Sm4 => new(16, 16, () => new SM4Engine(), () => new CMac(new SM4Engine())),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    /// <summary>Returns the cipher of an algorithm's master key. For DES it is a double-length key; only the working keys are single.</summary>
    public static KeyAlgorithm OfMasterKey(KeyAlgorithm form) => form is KeyAlgorithm.Des ? KeyAlgorithm.TripleDes : form;

    /// <summary>Creates a random key. For DES ciphers it has odd parity, different halves and no weak half.</summary>
    public byte[] MakeKey()
    {
        while (true)
        {
            var key = RandomNumberGenerator.GetBytes(KeyLength);
            if (IsDes)
            {
                DesParameters.SetOddParity(key);
            }

            if (!IsWeak(key))
            {
                return key;
            }
        }
    }

    /// <summary>Returns whether a key, of any parity, is weaker than its length suggests. With equal halves 3DES is single DES, and a weak half decrypts itself.</summary>
    public bool IsWeak(ReadOnlySpan<byte> key)
    {
        if (!IsDes)
        {
            return false;
        }

        var odd = key.ToArray();
        try
        {
            DesParameters.SetOddParity(odd);
            return DesParameters.IsWeakKey(odd, 0) || (KeyLength > 8 && (DesParameters.IsWeakKey(odd, 8) || odd.AsSpan(0, 8).SequenceEqual(odd.AsSpan(8))));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(odd);
        }
    }

    /// <summary>Returns the check value: the first 4 bytes that the algorithm defines. Both parties compare it to verify that they hold the same key.</summary>
    public byte[] CheckValue(KeyAlgorithm form, byte[] key)
    {
        var zeros = new byte[BlockLength];
        return (form is KeyAlgorithm.Aes128 ? Mac(key, zeros) : Run(key, zeros, true))[..CheckValueLength];
    }

    /// <summary>Encrypts or decrypts whole blocks independently.</summary>
    public byte[] Run(byte[] key, ReadOnlySpan<byte> blocks, bool encrypts)
    {
        var cipher = engine();
        cipher.Init(encrypts, new KeyParameter(key));
        var output = new byte[blocks.Length];
        for (var at = 0; at < blocks.Length; at += BlockLength)
        {
            cipher.ProcessBlock(blocks.Slice(at, BlockLength), output.AsSpan(at));
        }

        return output;
    }

    public byte[] Mac(byte[] key, ReadOnlySpan<byte> message)
    {
        var algorithm = mac();
        algorithm.Init(new KeyParameter(key));
        algorithm.BlockUpdate(message);
        var result = new byte[algorithm.GetMacSize()];
        algorithm.DoFinal(result, 0);
        return result;
    }
}
