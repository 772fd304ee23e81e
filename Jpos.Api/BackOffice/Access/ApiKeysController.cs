using Asp.Versioning;
using Jpos.Application.BackOffice.Access;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Jpos.Domain.Protocol;
using Jpos.Domain.TextForms;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice.Access;

/// <summary>Who may come in.</summary>
[ApiVersion(1)]
[Route(Root + "api-keys")]
public sealed class ApiKeysController(IMediator mediator, IRepresentations representations) : BackOfficeController(mediator, representations)
{
    /// <summary>All keys that were ever made, sorted by id, without their secrets.</summary>
    [HttpGet]
    [Allow(Right.ManageApiKeys)]
    [ProducesResponseType<PageAnswer<ApiKeyView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var faults = new Faults();
        faults.Require("after", list.After is null || list.After.All(char.IsAsciiLetterOrDigit), FaultText.MustBe("after", "the id of a key, in letters and digits"));
        return faults.Any ? faults.Result(HttpContext) : Answer(await Ask(new ListApiKeys(Caller, list.After, list.Limit), cancellation));
    }

    /// <summary>Makes a key. The answer holds it, this once.</summary>
    [HttpPost]
    [Allow(Right.ManageApiKeys)]
    [ProducesResponseType<ApiKeyView>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Make(MakeApiKeyInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var name = faults.Text("name", input.Name, ApiKey.LongestName);
        faults.Require("role", input.Role is not null, FaultText.Missing("role"));
        faults.Require("stores", input.Stores is not { Count: > ApiKey.MostStores }, FaultText.MustBe("stores", $"a list of at most {ApiKey.MostStores}"));
        var stores = (input.Stores ?? []).Select(store => faults.Read<StoreNumber>("stores", store, StoreNumber.TryParse)).ToList();
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(new MakeApiKey(name, input.Role!.Value, stores, input.ExpiresAt?.UtcDateTime) { Caller = Caller, IdempotencyKey = RequestKey }, key => key.Id, cancellation);
    }

    /// <summary>Takes a key back for good.</summary>
    /// <param name="id">The id of the key.</param>
    /// <param name="withMade">The keys that it made are taken back too, and those that they made: for a key that others may know. False if left out.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpPost("{id}/revocation")]
    [Allow(Right.ManageApiKeys)]
    [ProducesResponseType<ApiKeyView>(StatusCodes.Status200OK)]
    public Task<IActionResult> Revoke(string id, [FromQuery] bool withMade, CancellationToken cancellation) =>
        Answer(new RevokeApiKey(id, withMade) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
}
