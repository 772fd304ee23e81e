namespace Jpos.Domain.Stores;

/// <summary>What the back office says of a store.</summary>
/// <param name="Name">Its name, as receipts have it.</param>
public sealed record StoreProfile(string Name)
{
    public const int LongestName = 100;

    private const string DefaultTimeZone = "Asia/Shanghai";

    /// <summary>What its receipts say to members: at most 999 bytes in GB2312, where ASCII takes one byte and anything else two (protocol §5).</summary>
    /// <exception cref="ArgumentException">It is longer.</exception>
    public string Advertisement
    {
        get;
        init => field = FitsReceipt(value) ? value : throw new ArgumentException("An advertisement has at most 999 bytes in GB2312.", nameof(value));
    } = "";

    public bool IsOpen { get; init; } = true;

    /// <summary>The IANA name of the zone whose days are its business days.</summary>
    public string TimeZone { get; init; } = DefaultTimeZone;

    /// <summary>Operations that are not allowed here; none by default (row 9).</summary>
    public Operations DeniedOperations { get; init; }

    /// <summary>Whether a text is short enough for <see cref="Advertisement"/>.</summary>
    public static bool FitsReceipt(string advertisement) => advertisement.Sum(character => char.IsAscii(character) ? 1 : 2) <= 999;
}
