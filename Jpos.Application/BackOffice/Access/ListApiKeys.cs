using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Access;

/// <summary>Lists all API keys by id, revoked and expired ones too. A store-scoped caller sees only keys of its own stores.</summary>
public sealed record ListApiKeys(Caller Caller, string? After, int Limit) : Query<Page<ApiKeyView>>;

public sealed class ListApiKeysHandler(IApiKeys keys) : IRequestHandler<ListApiKeys, Page<ApiKeyView>>
{
    public async Task<Page<ApiKeyView>> Handle(ListApiKeys request, CancellationToken cancellationToken)
    {
        // Reads on until the page is full, because the cursor must be a key that the caller may see.
        var seen = new List<ApiKey>();
        IReadOnlyList<ApiKey> some;
        var after = request.After;
        do
        {
            some = await keys.List(after, request.Limit + 1, cancellationToken);
            seen.AddRange(some.Where(key => Sees(request.Caller, key)));
            after = some.Count == 0 ? after : some[^1].Id;
        }
        while (some.Count > request.Limit && seen.Count <= request.Limit);

        return Page.Of(seen, request.Limit, ApiKeyView.Of, key => key.Id);
    }

    private static bool Sees(Caller caller, ApiKey key) => !caller.IsStoreScoped || (key.Stores.Count > 0 && key.Stores.All(caller.CanSee));
}
