using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>Base of the DES and 3DES keys.</summary>
internal abstract class DesFamilyTokenKey(Pkcs11Token token, IObjectHandle key) : TokenCipherKey(token, key, CKM.CKM_DES3_ECB)
{
    protected const int BlockLength = 8;

    /// <summary>Applies padding method 2 of ISO 9797-1: one bit, and zeros up to the next whole block.</summary>
    protected static byte[] Pad(ReadOnlySpan<byte> message)
    {
        var padded = new byte[((message.Length / BlockLength) + 1) * BlockLength];
        message.CopyTo(padded);
        padded[message.Length] = 0x80;
        return padded;
    }

    /// <summary>Returns the last block of a CBC encryption with a zero vector.</summary>
    protected byte[] Chain(IObjectHandle with, byte[] blocks) => Encrypt(with, CKM.CKM_DES3_CBC, blocks, new byte[BlockLength])[^BlockLength..];
}
