using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Access;

/// <summary>All API keys that were ever made, sorted by id. Who is of some stores sees those of their stores.</summary>
public sealed record ListApiKeys(Caller Caller, string? After, int Limit) : Query<Page<ApiKeyView>>;

public sealed class ListApiKeysHandler(IApiKeys keys) : IRequestHandler<ListApiKeys, Page<ApiKeyView>>
{
    public async Task<Page<ApiKeyView>> Handle(ListApiKeys request, CancellationToken cancellationToken)
    {
        // Until a page is full: its end is to be a key that the caller sees.
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
