using System.Runtime.InteropServices;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Jpos.Infrastructure.Security.Pkcs11;

/// <summary>Attribute templates of keys that a token generates, imports or unwraps.</summary>
internal static class Templates
{
    private static readonly CKA[] Uses = [CKA.CKA_ENCRYPT, CKA.CKA_DECRYPT, CKA.CKA_SIGN, CKA.CKA_VERIFY, CKA.CKA_WRAP, CKA.CKA_UNWRAP, CKA.CKA_DERIVE];

    public static Pkcs11InteropFactories Factories { get; } = new();

    /// <summary>Returns the template of a key that stays on the token permanently.</summary>
    public static List<IObjectAttribute> Lasting(CKK type, string label, params CKA[] uses) =>
    [
        .. Key(type, token: true, sensitive: true, extractable: false, uses), Of(CKA.CKA_LABEL, label), Of(CKA.CKA_MODIFIABLE, false), Of(CKA.CKA_VALUE_LEN, KeyParts.HostKeyLength),
    ];

    /// <summary>Returns the template of a key that is unwrapped for use on the token.</summary>
    public static List<IObjectAttribute> Working(CKK type, params CKA[] uses) => Key(type, token: false, sensitive: true, extractable: false, uses);

    /// <summary>Returns the template of a key that is about to be wrapped. It may leave the token only in wrapped form.</summary>
    public static List<IObjectAttribute> Passing(CKK type) => Key(type, token: false, sensitive: true, extractable: true, []);

    /// <summary>Returns the template of a key that is unwrapped to be read, because the token does not support its cipher.</summary>
    public static List<IObjectAttribute> Readable(CKK type) => Key(type, token: false, sensitive: false, extractable: true, []);

    public static IObjectAttribute Of(CKA type, string value) => Factories.ObjectAttributeFactory.Create(type, value);

    public static IObjectAttribute Of(CKA type, bool value) => Factories.ObjectAttributeFactory.Create(type, value);

    public static IObjectAttribute Of(CKA type, int value) => Factories.ObjectAttributeFactory.Create(type, (ulong)value);

    public static IObjectAttribute Of(CKA type, byte[] value) => Factories.ObjectAttributeFactory.Create(type, value);

    /// <summary>Runs an action with attributes and frees them. Their values are overwritten first, because a value may be a key.</summary>
    public static T Use<T>(this List<IObjectAttribute> attributes, Func<List<IObjectAttribute>, T> work)
    {
        try
        {
            return work(attributes);
        }
        finally
        {
            attributes.ForEach(attribute =>
            {
                if (!attribute.CannotBeRead)
                {
                    Wipe(attribute);
                }

                attribute.Dispose();
            });
        }
    }

    private static List<IObjectAttribute> Key(CKK type, bool token, bool sensitive, bool extractable, CKA[] uses) =>
    [
        Factories.ObjectAttributeFactory.Create(CKA.CKA_CLASS, CKO.CKO_SECRET_KEY),
        Factories.ObjectAttributeFactory.Create(CKA.CKA_KEY_TYPE, type),
        Of(CKA.CKA_TOKEN, token),
        Of(CKA.CKA_PRIVATE, true),
        Of(CKA.CKA_SENSITIVE, sensitive),
        Of(CKA.CKA_EXTRACTABLE, extractable),
        .. Uses.Select(use => Of(use, uses.Contains(use))),
    ];

    /// <summary>Returns the native memory of an attribute, whose layout depends on the platform.</summary>
    private static void Wipe(IObjectAttribute attribute)
    {
        var (value, length) = attribute.ToMarshalableStructure() switch
        {
            Net.Pkcs11Interop.LowLevelAPI80.CK_ATTRIBUTE one => (one.value, (long)one.valueLen),
            Net.Pkcs11Interop.LowLevelAPI81.CK_ATTRIBUTE one => (one.value, (long)one.valueLen),
            Net.Pkcs11Interop.LowLevelAPI40.CK_ATTRIBUTE one => (one.value, one.valueLen),
            Net.Pkcs11Interop.LowLevelAPI41.CK_ATTRIBUTE one => (one.value, one.valueLen),
            _ => (IntPtr.Zero, 0L),
        };
        if (value != IntPtr.Zero && length > 0)
        {
            Marshal.Copy(new byte[length], 0, value, (int)length);
        }
    }
}
