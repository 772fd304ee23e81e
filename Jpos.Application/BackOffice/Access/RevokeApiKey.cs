using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Access;

/// <summary>Revokes an API key permanently and at once.</summary>
/// <param name="Id">The key's id.</param>
/// <param name="WithMade">Whether the keys that it created are revoked too, recursively.</param>
public sealed record RevokeApiKey(string Id, bool WithMade) : Command<ApiKeyView>;

public sealed class RevokeApiKeyHandler(IApiKeys keys, CommandAudit steps) : IRequestHandler<RevokeApiKey, CommandResult<ApiKeyView>>
{
    public async Task<CommandResult<ApiKeyView>> Handle(RevokeApiKey request, CancellationToken cancellationToken)
    {
        if (await keys.Find(request.Id, cancellationToken) is not { } key || (request.Caller.IsStoreScoped && (key.Stores.Count == 0 || !key.Stores.All(request.Caller.CanSee))))
        {
            return CommandAudit.NotFound;
        }

        // A key creates keys only within its own stores, so a caller who sees the key sees those too.
        for (IReadOnlyList<ApiKey> made = [key]; request.WithMade && (made = await keys.MadeWith([.. made.Select(one => one.Id)], cancellationToken)).Count > 0;)
        {
            foreach (var one in made.Where(one => one.RevokedAt is null))
            {
                Revoke(request, one);
            }
        }

        return Revoke(request, key);
    }

    private CommandResult<ApiKeyView> Revoke(RevokeApiKey request, ApiKey key)
    {
        var before = ApiKeyView.Of(key);
        key.Revoke(steps.Now.Utc);
        return steps.RecordUpdated(request, ApiKeyView.Subject(key.Id), before, ApiKeyView.Of(key));
    }
}
