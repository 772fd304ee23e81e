using System.Globalization;
using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Access;

/// <summary>Creates an API key, which is returned once and stored as a hash. It expires no later than the key that creates it.</summary>
/// <param name="Name">The holder of the key.</param>
/// <param name="Role">The key's role.</param>
/// <param name="Stores">The stores that the key may read and change; empty for all.</param>
/// <param name="ExpiresAt">The time from which the key is invalid, UTC. If null, it is that of the creating key, or never.</param>
public sealed record CreateApiKey(string Name, Role Role, IReadOnlyList<StoreNumber> Stores, DateTime? ExpiresAt) : Command<ApiKeyView>
{
    public override bool ReturnsSecret => true;
}

public sealed class CreateApiKeyHandler(IApiKeys keys, IApiSecrets secrets, IStores stores, CommandAudit steps) : IRequestHandler<CreateApiKey, CommandResult<ApiKeyView>>
{
    public async Task<CommandResult<ApiKeyView>> Handle(CreateApiKey request, CancellationToken cancellationToken)
    {
        var now = steps.Now.Utc;
        if (request.ExpiresAt <= now)
        {
            return new Problem(FailureKind.Invalid, "expiresAt must be in the future.", "expiresAt");
        }

        if (!request.Caller.IsAtMachine && !request.Role.IsWithin(request.Caller.Role))
        {
            return new Problem(FailureKind.Forbidden, "You cannot create a key with permissions that you do not have.");
        }

        if (request.Caller.IsStoreScoped && (request.Stores.Count == 0 || !request.Stores.All(request.Caller.CanSee)))
        {
            return new Problem(FailureKind.Forbidden, "Your key or token is limited to specific stores. You cannot create a key for other stores.");
        }

        var ends = request.Caller.KeyId is { } parent ? (await keys.Find(parent, cancellationToken))?.ExpiresAt : null;
        if (request.ExpiresAt > ends)
        {
            return new Problem(FailureKind.Invalid, string.Create(CultureInfo.InvariantCulture, $"expiresAt must not be later than {ends:yyyy-MM-dd'T'HH:mm:ss'Z'}, when the key that you use expires."), "expiresAt");
        }

        foreach (var store in request.Stores)
        {
            if (await stores.Find(store, cancellationToken) is null)
            {
                return new Problem(FailureKind.Invalid, $"Store {store} does not exist.", "stores");
            }
        }

        var (id, secret, hash) = secrets.Make();
        var key = new ApiKey(id, request.Name, hash, request.Role, request.Stores, now, request.ExpiresAt ?? ends, request.Caller.IsAtMachine ? null : request.Caller.Person, request.Caller.KeyId);
        keys.Add(key);
        var made = steps.RecordCreated(request, ApiKeyView.Subject(id), ApiKeyView.Of(key));
        return made with { View = made.View! with { Key = secret } };
    }
}
