using Jpos.Domain.Keys;

namespace Jpos.Infrastructure.Keys;

/// <summary>
/// Where the host key is kept and where keys that are under it are worked with: in software, or in a hardware module. What it wraps begins with a byte that tells the kind of vault and one that is the version of the host key; the rest is the vault's own.
/// </summary>
internal interface IKeyVault
{
    /// <summary>Of a key for keyed hashes, in bytes.</summary>
    const int HashKeyLength = 32;

    /// <summary>The version of the host key that keys are put under now. Keys under the others still open.</summary>
    byte CurrentVersion { get; }

    /// <summary>Puts a key for a cipher under the current host key.</summary>
    /// <param name="cipher">What the key is for.</param>
    /// <param name="key">The key in clear.</param>
    /// <param name="owner">What the key is and whose: it opens for this owner only.</param>
    byte[] Wrap(KeyAlgorithm cipher, ReadOnlySpan<byte> key, string owner);

    /// <summary>Opens a key for a cipher, to be closed as soon as it has done its work.</summary>
    /// <exception cref="KeyNotOpenedException">It is another owner's, under a host key that this vault does not have, or changed since it was wrapped.</exception>
    ICipherKey Open(KeyAlgorithm cipher, ReadOnlySpan<byte> wrapped, string owner);

    /// <summary>Makes a random key for keyed hashes and puts it under the current host key.</summary>
    byte[] MakeHashKey(string owner);

    /// <summary>Puts a key for keyed hashes under the current host key that somebody else has to know, too.</summary>
    /// <param name="key">The key in clear, <see cref="HashKeyLength"/> bytes.</param>
    /// <param name="owner">As for <see cref="Wrap"/>.</param>
    byte[] WrapHashKey(ReadOnlySpan<byte> key, string owner);

    /// <summary>Opens a key for keyed hashes, which stays open.</summary>
    /// <exception cref="KeyNotOpenedException">As for <see cref="Open"/>.</exception>
    IHashKey OpenHashKey(ReadOnlySpan<byte> wrapped, string owner);

    /// <summary>Puts a key under the current host key instead of the one that it is under.</summary>
    /// <param name="cipher">What the key is for; null for keyed hashes.</param>
    /// <param name="wrapped">The key as it is kept.</param>
    /// <param name="owner">Its owner.</param>
    /// <exception cref="KeyNotOpenedException">As for <see cref="Open"/>.</exception>
    byte[] Rewrap(KeyAlgorithm? cipher, ReadOnlySpan<byte> wrapped, string owner);

    /// <summary>Makes the next version of the host key, which becomes the current one.</summary>
    /// <returns>Its version.</returns>
    byte MakeHostKey();
}
