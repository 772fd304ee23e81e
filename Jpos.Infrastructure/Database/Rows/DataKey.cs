namespace Jpos.Infrastructure.Database.Rows;

/// <summary>A key of keyed hashes, under the host key (protocol §9). Each is made once for a database and never changes, since its hashes are kept; only the host key around it does.</summary>
internal sealed class DataKey
{
    /// <summary>What it is for.</summary>
    public required string Use { get; init; }

    public required byte[] Wrapped { get; set; }
}
