using Jpos.Infrastructure.Keys;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>A key of keyed hashes that is open on a token until the host stops.</summary>
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
