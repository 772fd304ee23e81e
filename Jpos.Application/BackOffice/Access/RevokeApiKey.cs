using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Access;

/// <summary>Takes an API key back for good, at once.</summary>
public sealed record RevokeApiKey(string Id) : Act<ApiKeyView>;

public sealed class RevokeApiKeyHandler(IApiKeys keys, ActSteps steps) : IRequestHandler<RevokeApiKey, Result<ApiKeyView>>
{
    public async Task<Result<ApiKeyView>> Handle(RevokeApiKey request, CancellationToken cancellationToken)
    {
        if (await keys.Find(request.Id, cancellationToken) is not { } key || (request.Caller.IsOfSomeStores && (key.Stores.Count == 0 || !key.Stores.All(request.Caller.Sees))))
        {
            return ActSteps.Missing;
        }

        var before = ApiKeyView.Of(key);
        key.Revoke(steps.Now.Utc);
        return steps.Changed(request, ApiKeyView.Subject(key.Id), before, ApiKeyView.Of(key));
    }
}
