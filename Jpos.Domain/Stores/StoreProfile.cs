namespace Jpos.Domain.Stores;

/// <summary>The fields of a store that the back office sets.</summary>
/// <param name="Name">The name on receipts.</param>
public sealed record StoreProfile(string Name)
{
    public const int LongestName = 100;

    private const string DefaultTimeZone = "Asia/Shanghai";

    /// <summary>The text for members on receipts: at most 999 bytes in GB2312, with one byte for ASCII and two for other characters (<see href="docs/protocol.md#5-endpoints">protocol §5</see>).</summary>
    /// <exception cref="ArgumentException">The text is longer.</exception>
    public string Advertisement
    {
        get;
        init => field = FitsReceipt(value) ? value : throw new ArgumentException("An advertisement has at most 999 bytes in GB2312.", nameof(value));
    } = "";

    public bool IsOpen { get; init; } = true;

    /// <summary>The IANA name of the time zone that decides its business days.</summary>
    public string TimeZone { get; init; } = DefaultTimeZone;

    /// <summary>The operations that the store does not allow; none by default (row 9).</summary>
    public Operations DeniedOperations { get; init; }

    /// <summary>Returns whether a text is short enough for <see cref="Advertisement"/>.</summary>
    public static bool FitsReceipt(string advertisement) => advertisement.Sum(character => char.IsAscii(character) ? 1 : 2) <= 999;
}
