namespace Jpos.Api.BackOffice.Access;

/// <summary>An API key that is to be made.</summary>
/// <param name="Name">Whose it is: 1 to 100 letters.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Stores">The numbers of the stores that it may see and change; left out or empty for all.</param>
/// <param name="ExpiresAt">From when on it lets nobody in; left out for never.</param>
public sealed record CreateApiKeyInput(string? Name, Role? Role, IReadOnlyList<string>? Stores, DateTimeOffset? ExpiresAt);
