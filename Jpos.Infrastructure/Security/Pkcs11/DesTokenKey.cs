using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

internal sealed class DesTokenKey(Pkcs11Token token, IObjectHandle key) : DesFamilyTokenKey(token, key)
{
    private readonly IObjectHandle key = key;

    public override byte[] Mac(ReadOnlySpan<byte> message) => Chain(key, Pad(message));
}
