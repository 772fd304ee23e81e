using Jpos.Application.Time;

namespace Jpos.Application.BackOffice.Access;

/// <summary>Returns the caller of an API key; null if the key is not valid.</summary>
public sealed record AuthenticateApiKey(string Key) : Query<Caller?>;

public sealed class AuthenticateApiKeyHandler(IApiKeys keys, IApiSecrets secrets, ProgrammeClock clock) : IRequestHandler<AuthenticateApiKey, Caller?>
{
    public async Task<Caller?> Handle(AuthenticateApiKey request, CancellationToken cancellationToken) =>
        secrets.Read(request.Key) is var (id, hash)
        && await keys.Find(id, cancellationToken) is { } key
        && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(key.Hash, hash)
        && key.IsActive(clock.Now.Utc)
            ? new Caller(key.Signature, key.Role, key.Stores, key.Person, KeyId: key.Id)
            : null;
}
