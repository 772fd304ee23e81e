using System.Security.Cryptography;
using System.Text;
using Jpos.Domain.Keys;
using Jpos.Infrastructure.Keys;
using Jpos.Infrastructure.Security.Software;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>
/// Keeps keys in a hardware module by PKCS#11. The host key is created on the token and never leaves it. Keys under it are unwrapped, used and destroyed on the token.
/// The vault's two bytes are followed by the key's parts, each wrapped by RFC 3394 (<c>CKM_AES_KEY_WRAP</c>). That wrapping has no additional data, so 16 bytes of an HMAC over owner, cipher and all preceding bytes follow.
/// </summary>
internal sealed class Pkcs11Vault : IKeyVault, IDisposable
{
    private const byte Kind = 2;
    private const int HeadLength = 2;
    private const int TagLength = 16;

    private readonly Pkcs11Token token;
    private readonly TokenHostKeys hostKeys;

    private Pkcs11Vault(Pkcs11Token token, TokenHostKeys hostKeys) => (this.token, this.hostKeys) = (token, hostKeys);

    public byte CurrentVersion => hostKeys.Current;

    /// <param name="settings">The settings of the token.</param>
    /// <param name="mayMake">Whether to create the host key on a token that has none. Otherwise every operation that needs it fails, except <see cref="MakeHostKey"/>.</param>
    /// <exception cref="InvalidOperationException">The token cannot be used.</exception>
    public static Pkcs11Vault Open(Pkcs11Settings settings, bool mayMake)
    {
        var token = Pkcs11Token.Open(settings);
        try
        {
            return new Pkcs11Vault(token, TokenHostKeys.Read(token, mayMake));
        }
        catch
        {
            token.Dispose();
            throw;
        }
    }

    public byte[] Wrap(KeyAlgorithm cipher, ReadOnlySpan<byte> key, string owner) => Wrap(KeyParts.Of(cipher), key, owner);

    public byte[] WrapHashKey(ReadOnlySpan<byte> key, string owner) => Wrap(KeyParts.Hash, key, owner);

    private byte[] Wrap(KeyParts form, ReadOnlySpan<byte> key, string owner)
    {
        var clear = key.ToArray();
        var parts = form.Split(clear);
        try
        {
            return token.Use(session => Wrap(session, form, owner, part =>
                new List<IObjectAttribute>([.. Templates.Passing(form.Type), Templates.Of(CKA.CKA_VALUE, parts[part])]).Use(session.CreateObject)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(clear);
            Array.ForEach(parts, part => CryptographicOperations.ZeroMemory(part));
        }
    }

    public ICipherKey Open(KeyAlgorithm cipher, ReadOnlySpan<byte> wrapped, string owner)
    {
        var form = KeyParts.Of(cipher);
        var bytes = wrapped.ToArray();
        return cipher switch
        {
            KeyAlgorithm.TripleDes => new TripleDesTokenKey(
                token, Unwrap(CKA.CKA_ENCRYPT, CKA.CKA_DECRYPT), session => UnwrapPart(session, form, bytes, owner, 1, Templates.Working(form.Type, CKA.CKA_ENCRYPT))),
            KeyAlgorithm.Des => new DesTokenKey(token, Unwrap(CKA.CKA_ENCRYPT, CKA.CKA_DECRYPT)),
            KeyAlgorithm.Aes128 => new AesTokenKey(token, Unwrap(CKA.CKA_ENCRYPT, CKA.CKA_DECRYPT, CKA.CKA_SIGN)),
            _ => new SoftwareCipherKey(KeyCipher.Of(cipher), Read(form, bytes, owner)),
        };

        IObjectHandle Unwrap(params CKA[] uses) => token.Use(session =>
        {
            Check(session, form, bytes, owner);
            return UnwrapPart(session, form, bytes, owner, 0, Templates.Working(form.Type, uses));
        });
    }

    public byte[] MakeHashKey(string owner) => token.Use(session => Wrap(session, KeyParts.Hash, owner, _ =>
    {
        using var mechanism = Templates.Factories.MechanismFactory.Create(CKM.CKM_GENERIC_SECRET_KEY_GEN);
        return new List<IObjectAttribute>([.. Templates.Passing(KeyParts.Hash.Type), Templates.Of(CKA.CKA_VALUE_LEN, KeyParts.HostKeyLength)])
            .Use(template => session.GenerateKey(mechanism, template));
    }));

    public IHashKey OpenHashKey(ReadOnlySpan<byte> wrapped, string owner)
    {
        var bytes = wrapped.ToArray();
        return new TokenHashKey(token, token.Use(session =>
        {
            Check(session, KeyParts.Hash, bytes, owner);
            return UnwrapPart(session, KeyParts.Hash, bytes, owner, 0, Templates.Working(KeyParts.Hash.Type, CKA.CKA_SIGN));
        }));
    }

    /// <inheritdoc/>
    /// <remarks>The key is rewrapped on the token, so that it is never outside in clear.</remarks>
    public byte[] Rewrap(KeyAlgorithm? cipher, ReadOnlySpan<byte> wrapped, string owner)
    {
        var form = KeyParts.Of(cipher);
        var bytes = wrapped.ToArray();
        return token.Use(session =>
        {
            Check(session, form, bytes, owner);
            return Wrap(session, form, owner, part => UnwrapPart(session, form, bytes, owner, part, Templates.Passing(form.Type)));
        });
    }

    public byte MakeHostKey() => hostKeys.MakeNext();

    public void Dispose() => token.Dispose();

    /// <summary>Wraps a key's parts under the current host key and binds them to the owner.</summary>
    /// <param name="session">The session.</param>
    /// <param name="form">The token objects of the key.</param>
    /// <param name="owner">The owner.</param>
    /// <param name="part">Creates the object of a part, which this method destroys.</param>
    private byte[] Wrap(ISession session, KeyParts form, string owner, Func<int, IObjectHandle> part)
    {
        var version = hostKeys.Current;
        var hostKey = hostKeys.Of(version)!;
        List<byte> wrapped = [Kind, version];
        for (var at = 0; at < form.Count; at++)
        {
            var handle = part(at);
            try
            {
                using var mechanism = Templates.Factories.MechanismFactory.Create(CKM.CKM_AES_KEY_WRAP);
                wrapped.AddRange(session.WrapKey(mechanism, hostKey.Wrapping, handle));
            }
            finally
            {
                session.DestroyObject(handle);
            }
        }

        return [.. wrapped, .. Tag(session, hostKey, form, [.. wrapped], owner)];
    }

    /// <exception cref="KeyNotOpenedException">The key is not bound to this owner and cipher under an available host key.</exception>
    private void Check(ISession session, KeyParts form, byte[] wrapped, string owner)
    {
        var hostKey = HostKeyOf(wrapped, owner);
        if (wrapped.Length != HeadLength + (form.Count * form.WrappedLength) + TagLength
            || !CryptographicOperations.FixedTimeEquals(Tag(session, hostKey, form, wrapped[..^TagLength], owner), wrapped.AsSpan()[^TagLength..]))
        {
            throw new KeyNotOpenedException(owner, $"it was wrapped with another host key of version {wrapped[1]}, for another owner, or for another cipher");
        }
    }

    private TokenHostKey HostKeyOf(byte[] wrapped, string owner) => wrapped is [Kind, var version, ..]
        ? hostKeys.Of(version) ?? throw new KeyNotOpenedException(owner, $"version {version} of the host key is missing")
        : throw new KeyNotOpenedException(owner, "another kind of key vault wrapped it");

    private static byte[] Tag(ISession session, TokenHostKey hostKey, KeyParts form, byte[] wrapped, string owner)
    {
        using var mechanism = Templates.Factories.MechanismFactory.Create(CKM.CKM_SHA256_HMAC);
        return session.Sign(mechanism, hostKey.Binding, [.. Encoding.UTF8.GetBytes(owner), 0, form.Tag, .. wrapped])[..TagLength];
    }

    private IObjectHandle UnwrapPart(ISession session, KeyParts form, byte[] wrapped, string owner, int part, List<IObjectAttribute> template)
    {
        var start = HeadLength + (part * form.WrappedLength);
        using var mechanism = Templates.Factories.MechanismFactory.Create(CKM.CKM_AES_KEY_WRAP);
        try
        {
            return template.Use(attributes => session.UnwrapKey(mechanism, HostKeyOf(wrapped, owner).Wrapping, wrapped[start..(start + form.WrappedLength)], attributes));
        }
        catch (Pkcs11Exception failure) when (failure.RV is CKR.CKR_WRAPPED_KEY_INVALID or CKR.CKR_ENCRYPTED_DATA_INVALID or CKR.CKR_GENERAL_ERROR)
        {
            throw new KeyNotOpenedException(owner, $"the token did not unwrap it ({failure.RV})");
        }
    }

    /// <summary>Returns a key in clear, if the token does not support its cipher.</summary>
    private byte[] Read(KeyParts form, byte[] wrapped, string owner) => token.Use(session =>
    {
        Check(session, form, wrapped, owner);
        var handle = UnwrapPart(session, form, wrapped, owner, 0, Templates.Readable(form.Type));
        try
        {
            return session.GetAttributeValue(handle, [CKA.CKA_VALUE]).Use(values => values[0].GetValueAsByteArray());
        }
        finally
        {
            session.DestroyObject(handle);
        }
    });
}
