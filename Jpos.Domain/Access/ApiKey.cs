namespace Jpos.Domain.Access;

/// <summary>What lets a program or a person into the back office. Of its secret the host keeps a hash only: it is shown once, when it is made.</summary>
public sealed class ApiKey
{
    /// <summary>How every key begins, by which it is told from other secrets.</summary>
    public const string Beginning = "jpos_";

    public const int LongestName = 100;
    public const int MostStores = 100;

    private ApiKey()
    {
    }

    /// <param name="id">What it is found by; no secret.</param>
    /// <param name="name">Whose it is, for people to read.</param>
    /// <param name="hash">SHA-256 of its secret, which is random, so that a plain hash is enough.</param>
    /// <param name="role">What it may do.</param>
    /// <param name="stores">The stores that it may see and change; none for all.</param>
    /// <param name="madeAt">When it was made, UTC.</param>
    /// <param name="expiresAt">From when on it lets nobody in, UTC; null for never.</param>
    /// <param name="madeBy">The person who made it; null for a key that was made at the machine, which is a person of its own.</param>
    /// <param name="madeWith">The id of the key with which they made it; null if they came in without one.</param>
    public ApiKey(string id, string name, byte[] hash, Role role, IEnumerable<StoreNumber> stores, DateTime madeAt, DateTime? expiresAt, string? madeBy = null, string? madeWith = null)
    {
        Id = id;
        Name = name;
        Hash = hash;
        Role = role;
        StoreNumbers = string.Join(',', stores.Select(store => store.Value).Distinct().Order(StringComparer.Ordinal));
        CreatedAt = madeAt;
        ExpiresAt = expiresAt;
        Person = madeBy ?? Signature;
        MadeWith = madeWith;
    }

    public string Id { get; private set; } = "";

    public string Name { get; private set; } = "";

    public byte[] Hash { get; private set; } = [];

    public Role Role { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? ExpiresAt { get; private set; }

    /// <summary>From when on it lets nobody in, UTC; null while nobody has taken it back.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>The person whose acts are done with it (<see cref="FourEyes"/>): the first key or the token's subject of the chain in which keys made keys. It stays when keys of the chain are revoked.</summary>
    public string Person { get; private set; } = "";

    /// <summary>The id of the key that made this one; null if none did. This key does not outlive it, and can be taken back together with it.</summary>
    public string? MadeWith { get; private set; }

    /// <summary>What the audit log calls who comes in with it. It ends in a blank and the id in brackets, so that it is nobody else's name.</summary>
    public string Signature => $"{Name} ({Id})";

    /// <summary>The stores that it may see and change; none for all.</summary>
    public IReadOnlyList<StoreNumber> Stores => [.. StoreNumbers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(StoreNumber.Of)];

    /// <summary>As it is stored.</summary>
    private string StoreNumbers { get; set; } = "";

    public bool IsActive(DateTime now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);

    /// <summary>Takes it back for good. A second time changes nothing.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;
}
