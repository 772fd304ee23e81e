namespace Jpos.Infrastructure.Database;

/// <summary>The row that records which numbers were given to hosts.</summary>
internal sealed class NumberBlock
{
    public const int TheOne = 1;

    /// <summary>The first serial number. It has 12 digits without leading zeros, so that clients that parse it as a number do not change it.</summary>
    public const long FirstNumber = 100_000_000_001;

    public int Id { get; init; }

    public long FirstFree { get; set; }
}
