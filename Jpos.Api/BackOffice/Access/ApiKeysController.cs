using Jpos.Application.BackOffice.Access;
using Jpos.Application.BackOffice.Requests;

namespace Jpos.Api.BackOffice.Access;

/// <summary>API keys of callers.</summary>
[ApiVersion(1)]
[Route(Root + "api-keys")]
public sealed class ApiKeysController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Lists all API keys by id, revoked and expired ones too, without their secrets.</summary>
    [HttpGet]
    [Requires(Permission.ManageApiKeys)]
    public async Task<ActionResult<PageAnswer<ApiKeyView>>> List([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        Fields.Check("after", list.After is null || list.After.All(char.IsAsciiLetterOrDigit), FieldErrorText.MustBe("after", "the id of a key, in letters and digits"));
        return await Answer(() => new ListApiKeys(Caller, list.After, list.Limit), cancellation);
    }

    /// <summary>Creates an API key. Only this answer contains the key.</summary>
    [HttpPost]
    [Requires(Permission.ManageApiKeys)]
    [CanFail(FailureKind.SecretAlreadyShown)]
    [ProducesResponseType(StatusCodes.Status201Created)]
    public async Task<ActionResult<ApiKeyView>> Create(CreateApiKeyInput input, CancellationToken cancellation)
    {
        var name = Fields.Text("name", input.Name, ApiKey.LongestName);
        Fields.Check("role", input.Role is not null, FieldErrorText.Missing("role"));
        Fields.Check("stores", input.Stores is not { Count: > ApiKey.MostStores }, FieldErrorText.MustBe("stores", $"a list of at most {ApiKey.MostStores}"));
        var stores = (input.Stores ?? []).Select(store => Fields.Read<StoreNumber>("stores", store, StoreNumber.TryParse)).ToList();
        return await Answer(() => new CreateApiKey(name, input.Role!.Value, stores, input.ExpiresAt?.UtcDateTime) { Caller = Caller, IdempotencyKey = RequestKey }, key => key.Id, cancellation);
    }

    /// <summary>Revokes an API key permanently.</summary>
    /// <param name="id">The id of the key.</param>
    /// <param name="withMade">Whether the keys that this key created are revoked too, and the keys that those created. Use it for a key that others may know. False if omitted.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpPost("{id}/revocation")]
    [Requires(Permission.ManageApiKeys)]
    public async Task<ActionResult<ApiKeyView>> Revoke(string id, [FromQuery] bool withMade, CancellationToken cancellation) =>
        await Answer(new RevokeApiKey(id, withMade) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
}
