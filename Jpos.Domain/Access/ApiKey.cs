namespace Jpos.Domain.Access;

/// <summary>A secret with which a program or a person calls the back office. The host keeps only a hash of it and shows it once, when it is made.</summary>
public sealed class ApiKey
{
    /// <summary>The first characters of every key, which distinguish it from other secrets.</summary>
    public const string Beginning = "jpos_";

    public const int LongestName = 100;
    public const int MostStores = 100;

    private ApiKey()
    {
    }

    /// <param name="id">Its id, which is no secret.</param>
    /// <param name="name">Its name, for people to read.</param>
    /// <param name="hash">The SHA-256 of its secret. The secret is random, so a plain hash is enough.</param>
    /// <param name="role">Its role.</param>
    /// <param name="stores">The stores that it can read and change; none for all.</param>
    /// <param name="madeAt">When it was made, UTC.</param>
    /// <param name="expiresAt">The instant from which it is refused, UTC; null for never.</param>
    /// <param name="madeBy">The person who made it; null for a key made on the host, which is a person of its own.</param>
    /// <param name="madeWith">The id of the key with which it was made; null if no key was used.</param>
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

    /// <summary>The instant from which it is refused, UTC; null if it is not revoked.</summary>
    public DateTime? RevokedAt { get; private set; }

    /// <summary>The person behind it (<see cref="FourEyes"/>): the first key, or the subject of the token, in the chain in which keys made keys. Revoking keys of the chain does not change it.</summary>
    public string Person { get; private set; } = "";

    /// <summary>The id of the key that made this one; null if none did. This key does not outlive it, and can be revoked together with it.</summary>
    public string? MadeWith { get; private set; }

    /// <summary>The name of its caller in the audit log. It ends with a blank and the id in brackets, so no other caller has the same name.</summary>
    public string Signature => $"{Name} ({Id})";

    /// <summary>The stores that it can read and change; none for all.</summary>
    public IReadOnlyList<StoreNumber> Stores => [.. StoreNumbers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(StoreNumber.Of)];

    /// <summary>The stored form of <see cref="Stores"/>.</summary>
    private string StoreNumbers { get; set; } = "";

    public bool IsActive(DateTime now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);

    /// <summary>Revokes it for good. A second call changes nothing.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;
}
