using Jpos.Infrastructure.Keys;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>An open key of a cipher on a token. Disposing of it destroys its object.</summary>
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
