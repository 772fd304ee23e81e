namespace Jpos.Infrastructure.Keys;

/// <summary>A cipher's key that is open. Closing it wipes it.</summary>
internal interface ICipherKey : IDisposable
{
    /// <summary>Encrypts whole blocks, each by itself (ECB).</summary>
    byte[] Encrypt(ReadOnlySpan<byte> blocks);

    /// <summary>Decrypts whole blocks, each by itself (ECB).</summary>
    byte[] Decrypt(ReadOnlySpan<byte> blocks);

    /// <summary>The cipher's MAC (protocol §9): ISO 9797-1 algorithm 3 for 3DES and algorithm 1 for DES, both with padding method 2; CMAC for AES and SM4.</summary>
    byte[] Mac(ReadOnlySpan<byte> message);
}
