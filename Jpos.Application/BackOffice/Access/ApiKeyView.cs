using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Access;

/// <summary>An API key without its secret.</summary>
/// <param name="Id">The id, which is the beginning of the key.</param>
/// <param name="Name">The holder of the key.</param>
/// <param name="Role">The role.</param>
/// <param name="Stores">The stores that the key may read and change; empty for all.</param>
/// <param name="Person">The person behind the key. Keys that created one another belong to one person, who cannot approve their own requests.</param>
/// <param name="MadeWith">The id of the key that created this one; null if a command or a token's caller created it.</param>
/// <param name="CreatedAt">The time at which the key was created, UTC.</param>
/// <param name="ExpiresAt">The time from which the key is invalid, UTC; null if it never expires.</param>
/// <param name="RevokedAt">The time at which the key was revoked, UTC; null if it was not.</param>
/// <param name="Key">The key itself, in the answer to its creation only; null in every other answer.</param>
public sealed record ApiKeyView(string Id, string Name, Role Role, IReadOnlyList<string> Stores, string Person, string? MadeWith, DateTime CreatedAt, DateTime? ExpiresAt, DateTime? RevokedAt, string? Key = null)
{
    public static ApiKeyView Of(ApiKey key) => new(key.Id, key.Name, key.Role, [.. key.Stores.Select(store => store.Value)], key.Person, key.MadeWith, key.CreatedAt, key.ExpiresAt, key.RevokedAt);

    public static string Subject(string id) => $"api-keys/{id}";
}
