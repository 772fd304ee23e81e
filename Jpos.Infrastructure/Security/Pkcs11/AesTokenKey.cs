using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

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
