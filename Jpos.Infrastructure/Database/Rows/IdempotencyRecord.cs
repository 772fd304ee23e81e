namespace Jpos.Infrastructure.Database.Rows;

/// <summary>The stored result of a command with an idempotency key, which a repeat receives. It is written in the transaction of the command.</summary>
internal sealed class IdempotencyRecord
{
    public const int LongestKey = 255;

    /// <summary>The caller. Keys of different callers are independent.</summary>
    public required string Caller { get; init; }

    public required string Key { get; init; }

    /// <summary>The SHA-256 of the command's content.</summary>
    public required byte[] RequestHash { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The result as JSON; null until it is known, and always if it contains a secret.</summary>
    public string? Response { get; set; }
}
