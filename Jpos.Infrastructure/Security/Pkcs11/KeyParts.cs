using Jpos.Domain.Keys;
using Net.Pkcs11Interop.Common;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>
/// The token objects of a key: one object, or two for 3DES. The MAC of 3DES applies single DES under the first half up to the last block (ISO 9797-1 algorithm 3). No mechanism does that, and tokens no longer offer single DES. A second object therefore holds the first half three times, as a 3DES key. A DES key is stored as three equal parts for the same reason.
/// </summary>
internal sealed class KeyParts
{
    public const int HostKeyLength = 32;

    /// <summary>The bytes that RFC 3394 adds.</summary>
    private const int WrapLength = 8;

    private readonly Func<byte[], byte[][]> split;

    private KeyParts(byte tag, CKK type, int length, Func<byte[], byte[][]> split) => (Tag, Type, WrappedLength, Count, this.split) = (tag, type, length + WrapLength, 1, split);

    /// <summary>The parts of a key for keyed hashes.</summary>
    public static KeyParts Hash { get; } = new(0xFF, CKK.CKK_GENERIC_SECRET, HostKeyLength, key => [[.. key]]);

    /// <summary>The tag of the cipher in a wrapped key, so that the key opens for no other cipher.</summary>
    public byte Tag { get; }

    public CKK Type { get; }

    public int Count { get; private init; }

    /// <summary>The length of one wrapped part, in bytes.</summary>
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

    /// <summary>Returns the parts of a clear key, which the caller must wipe.</summary>
    public byte[][] Split(byte[] key) => split(key);
}
