using System.Security.Cryptography;
using Jpos.Domain.Keys;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Combines key components, each known to one person, into a key. The key is their XOR.</summary>
public static class KeyComponents
{
    /// <summary>Combines components and checks the resulting key.</summary>
    /// <param name="keys">Provides the ciphers.</param>
    /// <param name="form">The cipher of the key.</param>
    /// <param name="components">At least two components.</param>
    /// <param name="checkValue">The expected check value.</param>
    /// <param name="key">The key, which the caller must wipe whatever is returned.</param>
    /// <returns>Why the key is refused; null if it is valid.</returns>
    public static Problem? Refuse(IKeyManagement keys, KeyAlgorithm form, IReadOnlyList<byte[]> components, byte[] checkValue, out byte[] key)
    {
        key = [];
        try
        {
            key = LoadMasterKey.Combine(components);
            if (!key.AsSpan().ContainsAnyExcept((byte)0))
            {
                return new Problem(FailureKind.Invalid, "The components cancel each other out.", "components");
            }

            if (keys.IsWeakMasterKey(form, key))
            {
                return new Problem(FailureKind.Invalid, "The components form a weak key: its halves are equal, or one of them is a weak DES key.", "components");
            }

            return CryptographicOperations.FixedTimeEquals(keys.CheckMasterKey(form, key), checkValue)
                ? null
                : new Problem(FailureKind.Invalid, "checkValue does not match the key that the components form. Check each component.", "checkValue");
        }
        catch (ArgumentException)
        {
            return new Problem(FailureKind.Invalid, $"Each component must have the length of a key of {form}.", "components");
        }
    }
}
