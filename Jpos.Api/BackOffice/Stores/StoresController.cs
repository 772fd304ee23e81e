using System.Text.Json.Nodes;
using Jpos.Application.BackOffice.Stores;

namespace Jpos.Api.BackOffice.Stores;

/// <summary>Stores, and who may sign their terminals on.</summary>
[ApiVersion(1)]
[Route(Root + "stores")]
public sealed class StoresController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>The stores.</summary>
    /// <param name="list">Which part.</param>
    /// <param name="isOpen">Only those that are open, or closed; left out for both.</param>
    /// <param name="sort"><c>number</c>, if it is left out, <c>-number</c>, <c>name</c> or <c>-name</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet]
    [Requires(Permission.ReadStores)]
    public async Task<ActionResult<PageAnswer<StoreView>>> List([FromQuery] ListQuery list, [FromQuery] bool? isOpen, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, sort, ListStores.SortOrders);
        return await Answer(() => new ListStores(Caller, isOpen, pageRequest), cancellation);
    }

    /// <summary>One store.</summary>
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

    /// <summary>Changes a store: what is left out gets its default.</summary>
    [HttpPut("{number}")]
    [Requires(Permission.ManageStores)]
    public async Task<ActionResult<StoreView>> Change(string number, StoreInput input, CancellationToken cancellation)
    {
        var store = Fields.ReadPathValue<StoreNumber>(number, StoreNumber.TryParse);
        var profile = input.Read(Fields);
        return await Answer(() => new ChangeStore(store, profile) { Caller = Caller, ExpectedETag = ExpectedETag }, null, cancellation);
    }

    /// <summary>Changes some of a store: the fields that a merge patch (RFC 7396) names, null for a field's default.</summary>
    [HttpPatch("{number}")]
    [Requires(Permission.ManageStores)]
    public async Task<ActionResult<StoreView>> Patch(string number, [MergePatch] JsonObject patch, CancellationToken cancellation) =>
        StoreNumber.TryParse(number, out var found)
            ? await Merge(new GetStore(Caller, found), patch, (StoreInput input) => Change(number, input, cancellation), cancellation)
            : Answer(null);

    /// <summary>Lets somebody sign the store's terminals on.</summary>
    [HttpPost("{number}/operators")]
    [Requires(Permission.ManageStores)]
    public async Task<ActionResult<StoreView>> AddOperator(string number, OperatorInput input, CancellationToken cancellation)
    {
        var store = Fields.ReadPathValue<StoreNumber>(number, StoreNumber.TryParse);
        var employed = Fields.Read<OperatorNumber>("number", input.Number, OperatorNumber.TryParse);
        return await Answer(() => new AddOperator(store, employed) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Lets an operator sign no terminal on any more. If-Match is the store's ETag.</summary>
    [HttpDelete("{number}/operators/{operatorNumber}")]
    [Requires(Permission.ManageStores)]
    public async Task<ActionResult<StoreView>> RemoveOperator(string number, string operatorNumber, CancellationToken cancellation)
    {
        var store = Fields.ReadPathValue<StoreNumber>(number, StoreNumber.TryParse);
        var dismissed = Fields.ReadPathValue<OperatorNumber>(operatorNumber, OperatorNumber.TryParse);
        return await Answer(() => new RemoveOperator(store, dismissed) { Caller = Caller, ExpectedETag = ExpectedETag }, null, cancellation);
    }
}
