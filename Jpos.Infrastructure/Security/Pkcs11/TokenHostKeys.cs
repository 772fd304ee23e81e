using System.Collections.Immutable;
using System.Globalization;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>The versions of the host key, which were created on the token and cannot leave it.</summary>
internal sealed class TokenHostKeys
{
    private const string WrappingLabel = "jpos host key ";
    private const string BindingLabel = "jpos binding key ";

    private static readonly Lock Making = new();

    private readonly Pkcs11Token token;
    private volatile ImmutableSortedDictionary<byte, TokenHostKey> versions = ImmutableSortedDictionary<byte, TokenHostKey>.Empty;

    private TokenHostKeys(Pkcs11Token token) => this.token = token;

    /// <exception cref="InvalidOperationException">The token has no host key.</exception>
    public byte Current => versions.IsEmpty ? throw None : versions.Keys.Last();

    private static InvalidOperationException None => new("The token holds no host key; the command new-host-key makes one.");

    /// <param name="token">The token.</param>
    /// <param name="mayMake">Whether to create version 1 on a token without a version.</param>
    /// <exception cref="InvalidOperationException">The objects on the token were not created by this host.</exception>
    public static TokenHostKeys Read(Pkcs11Token token, bool mayMake)
    {
        var keys = new TokenHostKeys(token);
        keys.versions = token.Use(Find);
        if (mayMake && keys.versions.IsEmpty)
        {
            keys.MakeNext();
        }

        return keys;
    }

    /// <summary>Returns one version; null if it does not exist.</summary>
    /// <exception cref="InvalidOperationException">The token has no host key.</exception>
    public TokenHostKey? Of(byte version)
    {
        if (!versions.IsEmpty && !versions.ContainsKey(version))
        {
            // Another host may have created it since. The current session is in use, so another one is opened for this search.
            using var session = token.OpenToWrite();
            versions = Find(session);
        }

        return versions.IsEmpty ? throw None : versions.GetValueOrDefault(version);
    }

    /// <summary>Creates the next version on the token.</summary>
    public byte MakeNext()
    {
        // Hosts of one process may share a token that has no key yet.
        lock (Making)
        {
            versions = token.Use(Find);
            var next = checked((byte)(versions.IsEmpty ? 1 : Current + 1));
            using var session = token.OpenToWrite();

            // The wrapping key is created last, because its presence makes the version valid. A binding key that was left alone is reused.
            var binding = Labelled(session, BindingLabel).GetValueOrDefault(next)
                ?? Make(session, CKM.CKM_GENERIC_SECRET_KEY_GEN, CKK.CKK_GENERIC_SECRET, Label(BindingLabel, next), CKA.CKA_SIGN, CKA.CKA_VERIFY);
            Make(session, CKM.CKM_AES_KEY_GEN, CKK.CKK_AES, Label(WrappingLabel, next), CKA.CKA_WRAP, CKA.CKA_UNWRAP);
            versions = Find(session);
            return next;
        }
    }

    private static IObjectHandle Make(ISession session, CKM generator, CKK type, string label, params CKA[] uses)
    {
        using var mechanism = Templates.Factories.MechanismFactory.Create(generator);
        return Templates.Lasting(type, label, uses).Use(template => session.GenerateKey(mechanism, template));
    }

    private static string Label(string prefix, byte version) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{version}");

    private static ImmutableSortedDictionary<byte, TokenHostKey> Find(ISession session)
    {
        var bindings = Labelled(session, BindingLabel);
        return Labelled(session, WrappingLabel).ToImmutableSortedDictionary(key => key.Key, key => new TokenHostKey(
            key.Value,
            bindings.GetValueOrDefault(key.Key) ?? throw new InvalidOperationException($"The token has {Label(WrappingLabel, key.Key)} but not {Label(BindingLabel, key.Key)}.")));
    }

    private static Dictionary<byte, IObjectHandle> Labelled(ISession session, string prefix)
    {
        var found = new Dictionary<byte, IObjectHandle>();
        List<IObjectAttribute> lasting = [Templates.Factories.ObjectAttributeFactory.Create(CKA.CKA_CLASS, CKO.CKO_SECRET_KEY), Templates.Of(CKA.CKA_TOKEN, true)];
        foreach (var handle in lasting.Use(session.FindAllObjects))
        {
            var (label, isKept) = session.GetAttributeValue(handle, [CKA.CKA_LABEL, CKA.CKA_SENSITIVE, CKA.CKA_EXTRACTABLE])
                .Use(values => (values[0].GetValueAsString(), values[1].GetValueAsBool() && !values[2].GetValueAsBool()));
            if (label.StartsWith(prefix, StringComparison.Ordinal) && byte.TryParse(label[prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                if (!isKept)
                {
                    throw new InvalidOperationException($"The token does not protect {label}: the key is extractable or not sensitive.");
                }

                if (!found.TryAdd(version, handle))
                {
                    throw new InvalidOperationException($"The token has more than one {label}.");
                }
            }
        }

        return found;
    }
}
