namespace Jpos.Infrastructure.Keys;

/// <summary>An open key of a cipher. Disposing of it wipes the key.</summary>
internal interface ICipherKey : IDisposable
{
    /// <summary>Encrypts whole blocks independently (ECB).</summary>
    byte[] Encrypt(ReadOnlySpan<byte> blocks);

    /// <summary>Decrypts whole blocks independently (ECB).</summary>
    byte[] Decrypt(ReadOnlySpan<byte> blocks);

    /// <summary>Computes the cipher's MAC (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>): ISO 9797-1 algorithm 3 for 3DES, and algorithm 1 for DES, both with padding method 2. For AES and SM4 it is CMAC.</summary>
    byte[] Mac(ReadOnlySpan<byte> message);
}
