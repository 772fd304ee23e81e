using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Access;

/// <summary>Who an API key lets in; null if it lets nobody in.</summary>
public sealed record Recognize(string Key) : IRequest<Caller?>;

public sealed class RecognizeHandler(IApiKeys keys, IApiSecrets secrets, Messages.ProgrammeClock clock) : IRequestHandler<Recognize, Caller?>
{
    public async Task<Caller?> Handle(Recognize request, CancellationToken cancellationToken) =>
        secrets.Read(request.Key) is var (id, hash)
        && await keys.Find(id, cancellationToken) is { } key
        && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(key.Hash, hash)
        && key.LetsIn(clock.Now.Utc)
            ? new Caller($"{key.Name} ({key.Id})", key.Role, key.Stores)
            : null;
}

/// <summary>All API keys that were ever made, sorted by id. Who is of some stores sees those of their stores.</summary>
public sealed record ListApiKeys(Caller Caller, string? After, int Limit) : IRequest<Page<ApiKeyView>>;

public sealed class ListApiKeysHandler(IApiKeys keys) : IRequestHandler<ListApiKeys, Page<ApiKeyView>>
{
    public async Task<Page<ApiKeyView>> Handle(ListApiKeys request, CancellationToken cancellationToken)
    {
        var page = Page.Of(await keys.List(request.After, request.Limit + 1, cancellationToken), request.Limit, key => key, key => key.Id);
        return new Page<ApiKeyView>([.. page.Items.Where(key => !request.Caller.IsOfSomeStores || (key.Stores.Count > 0 && key.Stores.All(request.Caller.Sees))).Select(ApiKeyView.Of)], page.Next);
    }
}
