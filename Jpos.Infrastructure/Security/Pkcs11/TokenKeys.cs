using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>A cipher's key that is open on a token. Closing it destroys its object.</summary>
internal abstract class TokenCipherKey(Pkcs11Token token, IObjectHandle key, CKM blockByBlock) : ICipherKey
{
    public byte[] Encrypt(ReadOnlySpan<byte> blocks) => Encrypt(key, blockByBlock, blocks.ToArray());

    public byte[] Decrypt(ReadOnlySpan<byte> blocks)
    {
        var input = blocks.ToArray();
        return token.Use(session =>
        {
            using var mechanism = Templates.Factories.MechanismFactory.Create(blockByBlock);
            return session.Decrypt(mechanism, key, input);
        });
    }

    public abstract byte[] Mac(ReadOnlySpan<byte> message);

    public virtual void Dispose() => Destroy(key);

    protected byte[] Encrypt(IObjectHandle with, CKM mode, byte[] input, byte[]? start = null) => token.Use(session =>
    {
        using var mechanism = start is null ? Templates.Factories.MechanismFactory.Create(mode) : Templates.Factories.MechanismFactory.Create(mode, start);
        return session.Encrypt(mechanism, with, input);
    });

    protected void Destroy(IObjectHandle one) => token.Use(session =>
    {
        session.DestroyObject(one);
        return one;
    });
}

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

internal sealed class DesTokenKey(Pkcs11Token token, IObjectHandle key) : DesFamilyTokenKey(token, key)
{
    private readonly IObjectHandle key = key;

    public override byte[] Mac(ReadOnlySpan<byte> message) => Chain(key, Pad(message));
}

/// <param name="token">The token.</param>
/// <param name="key">Encrypts, and ends MACs.</param>
/// <param name="unwrapFirstHalf">Unwraps the key that MACs are chained under, for which only longer messages have a use.</param>
internal sealed class TripleDesTokenKey(Pkcs11Token token, IObjectHandle key, Func<ISession, IObjectHandle> unwrapFirstHalf) : DesFamilyTokenKey(token, key)
{
    private readonly Pkcs11Token token = token;
    private IObjectHandle? firstHalf;

    public override byte[] Mac(ReadOnlySpan<byte> message)
    {
        var padded = Pad(message);
        var last = padded[^BlockLength..];
        if (padded.Length > BlockLength)
        {
            firstHalf ??= token.Use(unwrapFirstHalf);
            var chained = Chain(firstHalf, padded[..^BlockLength]);
            for (var at = 0; at < BlockLength; at++)
            {
                last[at] ^= chained[at];
            }
        }

        return Encrypt(last);
    }

    public override void Dispose()
    {
        if (firstHalf is not null)
        {
            Destroy(firstHalf);
        }

        base.Dispose();
    }
}

internal sealed class AesTokenKey(Pkcs11Token token, IObjectHandle key) : TokenCipherKey(token, key, CKM.CKM_AES_ECB)
{
    private readonly Pkcs11Token token = token;
    private readonly IObjectHandle key = key;

    public override byte[] Mac(ReadOnlySpan<byte> message)
    {
        var input = message.ToArray();
        return token.Use(session =>
        {
            using var mechanism = Templates.Factories.MechanismFactory.Create(CKM.CKM_AES_CMAC);
            return session.Sign(mechanism, key, input);
        });
    }
}

/// <summary>A key of keyed hashes that is open on a token until the host ends.</summary>
internal sealed class TokenHashKey(Pkcs11Token token, IObjectHandle key) : IHashKey
{
    public byte[] Hash(ReadOnlySpan<byte> message)
    {
        var input = message.ToArray();
        return token.Use(session =>
        {
            using var mechanism = Templates.Factories.MechanismFactory.Create(CKM.CKM_SHA256_HMAC);
            return session.Sign(mechanism, key, input);
        });
    }

    public void Dispose() => token.Use(session =>
    {
        session.DestroyObject(key);
        return key;
    });
}
