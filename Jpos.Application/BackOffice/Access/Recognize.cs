using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Access;

/// <summary>Who an API key lets in; null if it lets nobody in.</summary>
public sealed record Recognize(string Key) : Look<Caller?>;

public sealed class RecognizeHandler(IApiKeys keys, IApiSecrets secrets, Messages.ProgrammeClock clock) : IRequestHandler<Recognize, Caller?>
{
    public async Task<Caller?> Handle(Recognize request, CancellationToken cancellationToken) =>
        secrets.Read(request.Key) is var (id, hash)
        && await keys.Find(id, cancellationToken) is { } key
        && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(key.Hash, hash)
        && key.LetsIn(clock.Now.Utc)
            ? new Caller(key.Signature, key.Role, key.Stores, key.Person, KeyId: key.Id)
            : null;
}
