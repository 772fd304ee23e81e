using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Access;

/// <summary>An API key, as the back office sees it: without its secret.</summary>
/// <param name="Id">What it is found by; the beginning of the key.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Stores">The stores that it may see and change; none for all.</param>
/// <param name="Person">The person whose acts are done with it. Keys that were made by one another belong to one person, who cannot approve what they asked for.</param>
/// <param name="MadeWith">The id of the key that made it; null for a key that was made at the machine or by a person with a token.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
/// <param name="ExpiresAt">From when on it lets nobody in, UTC; null for never.</param>
/// <param name="RevokedAt">When it was taken back, UTC; null if it was not.</param>
/// <param name="Key">The key itself, once, in the answer that it was made by; null ever after.</param>
public sealed record ApiKeyView(string Id, string Name, Role Role, IReadOnlyList<string> Stores, string Person, string? MadeWith, DateTime CreatedAt, DateTime? ExpiresAt, DateTime? RevokedAt, string? Key = null)
{
    public static ApiKeyView Of(ApiKey key) => new(key.Id, key.Name, key.Role, [.. key.Stores.Select(store => store.Value)], key.Person, key.MadeWith, key.CreatedAt, key.ExpiresAt, key.RevokedAt);

    public static string Subject(string id) => $"api-keys/{id}";
}
