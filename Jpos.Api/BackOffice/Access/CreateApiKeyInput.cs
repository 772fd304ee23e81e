namespace Jpos.Api.BackOffice.Access;

/// <summary>An API key to create.</summary>
/// <param name="Name">The holder of the key: 1 to 100 letters.</param>
/// <param name="Role">The key's role.</param>
/// <param name="Stores">The numbers of the stores that the key may read and change; all stores if omitted or empty.</param>
/// <param name="ExpiresAt">The time from which the key is invalid; it never expires if omitted.</param>
public sealed record CreateApiKeyInput([property: Mandatory] string? Name, [property: Mandatory] Role? Role, IReadOnlyList<string>? Stores, DateTimeOffset? ExpiresAt);
