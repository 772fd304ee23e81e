using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>What DES and 3DES share.</summary>
internal abstract class DesFamilyTokenKey(Pkcs11Token token, IObjectHandle key) : TokenCipherKey(token, key, CKM.CKM_DES3_ECB)
{
    protected const int BlockLength = 8;

    /// <summary>Padding method 2 of ISO 9797-1: one bit, and zeros up to the next whole block.</summary>
    protected static byte[] Pad(ReadOnlySpan<byte> message)
    {
        var padded = new byte[((message.Length / BlockLength) + 1) * BlockLength];
        message.CopyTo(padded);
        padded[message.Length] = 0x80;
        return padded;
    }

    /// <summary>The last block of blocks that are chained from zero (CBC).</summary>
    protected byte[] Chain(IObjectHandle with, byte[] blocks) => Encrypt(with, CKM.CKM_DES3_CBC, blocks, new byte[BlockLength])[^BlockLength..];
}
