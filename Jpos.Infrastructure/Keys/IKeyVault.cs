using Jpos.Domain.Keys;

namespace Jpos.Infrastructure.Keys;

/// <summary>
/// Keeps the host key and works with the keys under it, in software or in a hardware module. A wrapped key begins with a byte for the kind of vault and a byte for the version of the host key. The vault defines the rest.
/// </summary>
internal interface IKeyVault
{
    /// <summary>The length of a key for keyed hashes, in bytes.</summary>
    const int HashKeyLength = 32;

    /// <summary>The version of the host key that wraps new keys. Keys under other versions can still be opened.</summary>
    byte CurrentVersion { get; }

    /// <summary>Wraps a cipher's key under the current host key.</summary>
    /// <param name="cipher">The cipher of the key.</param>
    /// <param name="key">The clear key.</param>
    /// <param name="owner">The kind and the owner of the key. The wrapped key opens for this owner only.</param>
    byte[] Wrap(KeyAlgorithm cipher, ReadOnlySpan<byte> key, string owner);

    /// <summary>Opens a cipher's key. The caller must dispose of it as soon as possible.</summary>
    /// <exception cref="KeyNotOpenedException">The key belongs to another owner, needs a host key that this vault lacks, or was modified.</exception>
    ICipherKey Open(KeyAlgorithm cipher, ReadOnlySpan<byte> wrapped, string owner);

    /// <summary>Creates a random key for keyed hashes and wraps it under the current host key.</summary>
    byte[] MakeHashKey(string owner);

    /// <summary>Wraps a given key for keyed hashes, which another party knows too, under the current host key.</summary>
    /// <param name="key">The clear key, <see cref="HashKeyLength"/> bytes.</param>
    /// <param name="owner">As for <see cref="Wrap"/>.</param>
    byte[] WrapHashKey(ReadOnlySpan<byte> key, string owner);

    /// <summary>Opens a key for keyed hashes, which stays open.</summary>
    /// <exception cref="KeyNotOpenedException">As for <see cref="Open"/>.</exception>
    IHashKey OpenHashKey(ReadOnlySpan<byte> wrapped, string owner);

    /// <summary>Rewraps a key under the current host key.</summary>
    /// <param name="cipher">The cipher of the key; null for keyed hashes.</param>
    /// <param name="wrapped">The wrapped key.</param>
    /// <param name="owner">The owner of the key.</param>
    /// <exception cref="KeyNotOpenedException">As for <see cref="Open"/>.</exception>
    byte[] Rewrap(KeyAlgorithm? cipher, ReadOnlySpan<byte> wrapped, string owner);

    /// <summary>Creates the next version of the host key and makes it the current one.</summary>
    /// <returns>The new version.</returns>
    byte MakeHostKey();
}
