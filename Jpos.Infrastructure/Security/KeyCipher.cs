using System.Security.Cryptography;
using Jpos.Domain.Keys;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Paddings;
using Org.BouncyCastle.Crypto.Parameters;

namespace Jpos.Infrastructure.Security;

/// <summary>A cipher of terminals' keys: how long its keys are, what makes one good, how it encrypts, and its MAC and check value (protocol §9).</summary>
internal sealed class KeyCipher
{
    public const int CheckValueLength = 4;

    private readonly Func<IBlockCipher> engine;
    private readonly Func<IMac> mac;

    private KeyCipher(int keyLength, int blockLength, Func<IBlockCipher> engine, Func<IMac> mac) =>
        (KeyLength, BlockLength, this.engine, this.mac) = (keyLength, blockLength, engine, mac);

    /// <summary>In bytes.</summary>
    public int KeyLength { get; }

    /// <summary>In bytes.</summary>
    public int BlockLength { get; }

    /// <summary>The keys have parity bits and weak values, as those of DES.</summary>
    private bool IsDes => BlockLength == 8;

    /// <summary>The cipher of a form's working keys.</summary>
    public static KeyCipher Of(KeyAlgorithm form) => form switch
    {
        KeyAlgorithm.TripleDes => new(16, 8, () => new DesEdeEngine(), () => new ISO9797Alg3Mac(new DesEngine(), new ISO7816d4Padding())),
        KeyAlgorithm.Des => new(8, 8, () => new DesEngine(), () => new CbcBlockCipherMac(new DesEngine(), 64, new ISO7816d4Padding())),
        KeyAlgorithm.Aes128 => new(16, 16, AesUtilities.CreateEngine, () => new CMac(AesUtilities.CreateEngine())),
        KeyAlgorithm.Sm4 => new(16, 16, () => new SM4Engine(), () => new CMac(new SM4Engine())),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    /// <summary>The cipher of a form's master key, which is a double-length one for the DES form: only its working keys are single.</summary>
    public static KeyAlgorithm OfMasterKey(KeyAlgorithm form) => form is KeyAlgorithm.Des ? KeyAlgorithm.TripleDes : form;

    /// <summary>A random key; with odd parity, different halves and no weak half where the cipher is DES.</summary>
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

    /// <summary>Whether a key, of whatever parity, protects less than its length says: with equal halves 3DES is DES, and a weak half undoes itself.</summary>
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

    /// <summary>The first 4 bytes of what the form defines: by it the two ends see that they have the same key.</summary>
    public byte[] CheckValue(KeyAlgorithm form, byte[] key)
    {
        var zeros = new byte[BlockLength];
        return (form is KeyAlgorithm.Aes128 ? Mac(key, zeros) : Run(key, zeros, true))[..CheckValueLength];
    }

    /// <summary>Encrypts or decrypts whole blocks, each by itself.</summary>
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
