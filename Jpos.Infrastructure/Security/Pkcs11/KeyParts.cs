using Jpos.Domain.Keys;
using Net.Pkcs11Interop.Common;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>
/// What a key is on a token: one object, or two for 3DES. The MAC of 3DES runs single DES under the first half up to the last block (ISO 9797-1 algorithm 3), no mechanism does that, and tokens no longer have single DES; so it is 3DES with three equal parts, and such a key lies beside the other one. A DES key is three equal parts for the same reason.
/// </summary>
internal sealed class KeyParts
{
    public const int HostKeyLength = 32;

    /// <summary>RFC 3394 adds one block of 8 bytes.</summary>
    private const int WrapLength = 8;

    private readonly Func<byte[], byte[][]> split;

    private KeyParts(byte tag, CKK type, int length, Func<byte[], byte[][]> split) => (Tag, Type, WrappedLength, Count, this.split) = (tag, type, length + WrapLength, 1, split);

    /// <summary>Keys of keyed hashes.</summary>
    public static KeyParts Hash { get; } = new(0xFF, CKK.CKK_GENERIC_SECRET, HostKeyLength, key => [[.. key]]);

    /// <summary>What tells a wrapped key's cipher, so that it opens for no other.</summary>
    public byte Tag { get; }

    public CKK Type { get; }

    public int Count { get; private init; }

    /// <summary>Of one part, in bytes.</summary>
    public int WrappedLength { get; }

    /// <param name="cipher">The cipher; null for keyed hashes.</param>
    public static KeyParts Of(KeyAlgorithm? cipher) => cipher switch
    {
        null => Hash,
        KeyAlgorithm.TripleDes => new(0, CKK.CKK_DES3, 24, key => [[.. key, .. key[..8]], [.. key[..8], .. key[..8], .. key[..8]]]) { Count = 2 },
        KeyAlgorithm.Des => new(1, CKK.CKK_DES3, 24, key => [[.. key, .. key, .. key]]),
        KeyAlgorithm.Aes128 => new(2, CKK.CKK_AES, 16, key => [[.. key]]),
        KeyAlgorithm.Sm4 => new(3, CKK.CKK_GENERIC_SECRET, 16, key => [[.. key]]),
        _ => throw new ArgumentOutOfRangeException(nameof(cipher)),
    };

    /// <summary>A clear key's parts, to be wiped.</summary>
    public byte[][] Split(byte[] key) => split(key);
}
