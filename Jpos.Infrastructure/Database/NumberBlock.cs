namespace Jpos.Infrastructure.Database;

/// <summary>Where the database keeps which numbers were handed out to some host.</summary>
internal sealed class NumberBlock
{
    public const int TheOne = 1;

    /// <summary>The first serial number has 12 digits without leading zeros, so that a reader who takes it for a number gets it right.</summary>
    public const long FirstNumber = 100_000_000_001;

    public int Id { get; init; }

    public long FirstFree { get; set; }
}
