namespace Jpos.Infrastructure.Keys;

/// <summary>A wrapped key cannot be opened. The exception names its owner and shows nothing of the key.</summary>
internal sealed class KeyNotOpenedException(string owner, string reason) : Exception($"Key {owner} could not be opened: {reason}.")
{
    public string Owner => owner;

    public string Reason => reason;
}
