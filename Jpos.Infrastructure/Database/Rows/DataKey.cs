namespace Jpos.Infrastructure.Database.Rows;

/// <summary>A data key for keyed hashes, encrypted under the host key (<see href="docs/protocol.md#9-keys-mac-and-pin">protocol §9</see>). It is created once for a database and never changes, because its hashes are stored. Only its encryption changes.</summary>
internal sealed class DataKey
{
    /// <summary>The purpose of the key.</summary>
    public required string Use { get; init; }

    public required byte[] Wrapped { get; set; }
}
