namespace Jpos.Infrastructure.Database.Rows;

/// <summary>What came of an act with a key of its own: a repeat gets it again. Written with the act's effect, in one transaction.</summary>
internal sealed class IdempotencyRecord
{
    public const int LongestKey = 255;

    /// <summary>Who sent it; another's key is another key.</summary>
    public required string Caller { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of all that the act asked for.</summary>
    public required byte[] RequestHash { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>What came of it, JSON; null until it is known, and for good if it holds a secret.</summary>
    public string? Response { get; set; }
}
