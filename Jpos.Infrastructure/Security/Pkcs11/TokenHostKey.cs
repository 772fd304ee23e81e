using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>One version of the host key, as objects of the token.</summary>
/// <param name="Wrapping">Wraps and unwraps keys: AES-256.</param>
/// <param name="Binding">Binds wrapped keys to their owners: HMAC-SHA-256.</param>
internal sealed record TokenHostKey(IObjectHandle Wrapping, IObjectHandle Binding);
