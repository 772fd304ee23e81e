using System.Text.Json.Nodes;
using Jpos.Application.BackOffice.Stores;

namespace Jpos.Api.BackOffice.Stores;

/// <summary>Stores and their operators.</summary>
[ApiVersion(1)]
[Route(Root + "stores")]
public sealed class StoresController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Lists the stores.</summary>
    /// <param name="list">The page to return.</param>
    /// <param name="isOpen">Only open stores (true) or closed ones (false); both if omitted.</param>
    /// <param name="sort"><c>number</c>, the default, <c>-number</c>, <c>name</c> or <c>-name</c>.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpGet]
    [Requires(Permission.ReadStores)]
    public async Task<ActionResult<PageAnswer<StoreView>>> List([FromQuery] ListQuery list, [FromQuery] bool? isOpen, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, sort, ListStores.SortOrders);
        return await Answer(() => new ListStores(Caller, isOpen, pageRequest), cancellation);
    }

    /// <summary>Returns one store.</summary>
    [HttpGet("{number}")]
    [Requires(Permission.ReadStores)]
    public async Task<ActionResult<StoreView>> Get(string number, CancellationToken cancellation) =>
        Answer(StoreNumber.TryParse(number, out var store) ? await Ask(new GetStore(Caller, store), cancellation) : null);

    /// <summary>Adds a store.</summary>
    [HttpPost]
    [Requires(Permission.ManageStores)]
    [NetworkWide]
    [ProducesResponseType(StatusCodes.Status201Created)]
    public async Task<ActionResult<StoreView>> Create(CreateStoreInput input, CancellationToken cancellation)
    {
        var number = Fields.Read<StoreNumber>("number", input.Number, StoreNumber.TryParse);
        var profile = input.Read(Fields);
        return await Answer(() => new CreateStore(number, profile) { Caller = Caller, IdempotencyKey = RequestKey }, store => store.Number, cancellation);
    }

    /// <summary>Changes a store. Omitted fields get their defaults.</summary>
    [HttpPut("{number}")]
    [Requires(Permission.ManageStores)]
    public async Task<ActionResult<StoreView>> Change(string number, StoreInput input, CancellationToken cancellation)
    {
        var store = Fields.ReadPathValue<StoreNumber>(number, StoreNumber.TryParse);
        var profile = input.Read(Fields);
        return await Answer(() => new ChangeStore(store, profile) { Caller = Caller, ExpectedETag = ExpectedETag }, null, cancellation);
    }

    /// <summary>Changes the fields of a store that a merge patch (RFC 7396) names. A null resets a field to its default.</summary>
    [HttpPatch("{number}")]
    [Requires(Permission.ManageStores)]
    public async Task<ActionResult<StoreView>> Patch(string number, [MergePatch] JsonObject patch, CancellationToken cancellation) =>
        StoreNumber.TryParse(number, out var found)
            ? await Merge(new GetStore(Caller, found), patch, (StoreInput input) => Change(number, input, cancellation), cancellation)
            : Answer(null);

    /// <summary>Allows an operator to sign on at the store's terminals.</summary>
    [HttpPost("{number}/operators")]
    [Requires(Permission.ManageStores)]
    public async Task<ActionResult<StoreView>> AddOperator(string number, OperatorInput input, CancellationToken cancellation)
    {
        var store = Fields.ReadPathValue<StoreNumber>(number, StoreNumber.TryParse);
        var employed = Fields.Read<OperatorNumber>("number", input.Number, OperatorNumber.TryParse);
        return await Answer(() => new AddOperator(store, employed) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Removes an operator, who can no longer sign on at the store's terminals. If-Match is the store's ETag.</summary>
    [HttpDelete("{number}/operators/{operatorNumber}")]
    [Requires(Permission.ManageStores)]
    public async Task<ActionResult<StoreView>> RemoveOperator(string number, string operatorNumber, CancellationToken cancellation)
    {
        var store = Fields.ReadPathValue<StoreNumber>(number, StoreNumber.TryParse);
        var dismissed = Fields.ReadPathValue<OperatorNumber>(operatorNumber, OperatorNumber.TryParse);
        return await Answer(() => new RemoveOperator(store, dismissed) { Caller = Caller, ExpectedETag = ExpectedETag }, null, cancellation);
    }
}
