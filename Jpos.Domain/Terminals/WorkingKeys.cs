namespace Jpos.Domain.Terminals;

/// <summary>A pair of a terminal's working keys under the host key: one for PIN blocks, one for MACs (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>).</summary>
public sealed class WorkingKeys
{
    private WorkingKeys()
    {
    }

    public WorkingKeys(long number, byte[] wrappedPinKey, byte[] wrappedMacKey, DateTime madeAt)
    {
        Number = number;
        WrappedPinKey = wrappedPinKey;
        WrappedMacKey = wrappedMacKey;
        CreatedAt = madeAt;
    }

    public TerminalNumber TerminalNumber { get; private set; } = null!;

    /// <summary>Its number, unique in the host, in no order.</summary>
    public long Number { get; private set; }

    public byte[] WrappedPinKey { get; private set; } = [];

    public byte[] WrappedMacKey { get; private set; } = [];

    public DateTime CreatedAt { get; private set; }

    /// <summary>Whether a message of the terminal has shown that it could decrypt the pair.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Stores the same keys under another version of the host key.</summary>
    public void ReplaceWrapped(byte[] wrappedPinKey, byte[] wrappedMacKey)
    {
        WrappedPinKey = wrappedPinKey;
        WrappedMacKey = wrappedMacKey;
    }

    internal void Confirm() => IsConfirmed = true;
}
