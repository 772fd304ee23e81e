namespace Jpos.Domain.Protocol;

/// <summary>
/// An encrypted PIN, <c>password</c>: 8 bytes (DES and 3DES) or 16 (AES and SM4), in hexadecimal (<see href="docs/protocol.md#1-transport">protocol §1</see>, <see href="docs/protocol.md#9-keys-mac-and-pin">§9</see>). It is never stored, and prints as asterisks.
/// </summary>
[TextForm("16 or 32 hexadecimal digits")]
public sealed class PinBlock
{
    private readonly byte[] bytes;

    private PinBlock(byte[] bytes) => this.bytes = bytes;

    public ReadOnlySpan<byte> Bytes => bytes;

    public static bool TryParse(string? text, [NotNullWhen(true)] out PinBlock? block)
    {
        block = text is { Length: 16 or 32 } && text.All(char.IsAsciiHexDigit) ? new PinBlock(Convert.FromHexString(text)) : null;
        return block is not null;
    }

    public override string ToString() => "***";
}
