using System.Text.Json.Nodes;
using Asp.Versioning;
using Jpos.Api.BackOffice.Requests;
using Jpos.Application.BackOffice.Stores;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Jpos.Domain.Protocol;
using MediatR;
using Microsoft.AspNetCore.Mvc;

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
    [ProducesResponseType<PageAnswer<StoreView>>(StatusCodes.Status200OK)]
    public async Task<ActionResult> List([FromQuery] ListQuery list, [FromQuery] bool? isOpen, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var pageRequest = fields.Slice(list, sort, ListStores.Orders);
        return fields.HasErrors ? fields.Result(HttpContext) : Answer(await Ask(new ListStores(Caller, isOpen, pageRequest), cancellation));
    }

    /// <summary>One store.</summary>
    [HttpGet("{number}")]
    [Requires(Permission.ReadStores)]
    [ProducesResponseType<StoreView>(StatusCodes.Status200OK)]
    public async Task<ActionResult> Get(string number, CancellationToken cancellation) =>
        Answer(StoreNumber.TryParse(number, out var store) ? await Ask(new GetStore(Caller, store), cancellation) : null);

    /// <summary>Adds a store.</summary>
    [HttpPost]
    [Requires(Permission.ManageStores)]
    [NetworkWide]
    [ProducesResponseType<StoreView>(StatusCodes.Status201Created)]
    public async Task<ActionResult> Create(CreateStoreInput input, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var number = fields.Read<StoreNumber>("number", input.Number, StoreNumber.TryParse);
        var profile = input.Read(fields);
        return fields.HasErrors
            ? fields.Result(HttpContext)
            : await Answer(new CreateStore(number, profile) { Caller = Caller, IdempotencyKey = RequestKey }, store => store.Number, cancellation);
    }

    /// <summary>Changes a store: what is left out gets its default.</summary>
    [HttpPut("{number}")]
    [Requires(Permission.ManageStores)]
    [ProducesResponseType<StoreView>(StatusCodes.Status200OK)]
    public async Task<ActionResult> Change(string number, StoreInput input, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var store = fields.ReadPathValue<StoreNumber>(number, StoreNumber.TryParse);
        var profile = input.Read(fields);
        return fields.HasErrors ? fields.Result(HttpContext) : await Answer(new ChangeStore(store, profile) { Caller = Caller, ExpectedETag = Seen }, null, cancellation);
    }

    /// <summary>Changes some of a store: the fields that a merge patch (RFC 7396) names, null for a field's default.</summary>
    [HttpPatch("{number}")]
    [Requires(Permission.ManageStores)]
    [ProducesResponseType<StoreView>(StatusCodes.Status200OK)]
    public async Task<ActionResult> Patch(string number, [MergePatch] JsonObject patch, CancellationToken cancellation) =>
        StoreNumber.TryParse(number, out var found)
            ? await Merge(new GetStore(Caller, found), patch, (StoreInput input) => Change(number, input, cancellation), cancellation)
            : Answer(null);

    /// <summary>Lets somebody sign the store's terminals on.</summary>
    [HttpPost("{number}/operators")]
    [Requires(Permission.ManageStores)]
    [ProducesResponseType<StoreView>(StatusCodes.Status200OK)]
    public async Task<ActionResult> AddOperator(string number, OperatorInput input, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var store = fields.ReadPathValue<StoreNumber>(number, StoreNumber.TryParse);
        var employed = fields.Read<OperatorNumber>("number", input.Number, OperatorNumber.TryParse);
        return fields.HasErrors
            ? fields.Result(HttpContext)
            : await Answer(new AddOperator(store, employed) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Lets an operator sign no terminal on any more. If-Match is the store's ETag.</summary>
    [HttpDelete("{number}/operators/{operatorNumber}")]
    [Requires(Permission.ManageStores)]
    [ProducesResponseType<StoreView>(StatusCodes.Status200OK)]
    public async Task<ActionResult> RemoveOperator(string number, string operatorNumber, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var store = fields.ReadPathValue<StoreNumber>(number, StoreNumber.TryParse);
        var dismissed = fields.ReadPathValue<OperatorNumber>(operatorNumber, OperatorNumber.TryParse);
        return fields.HasErrors ? fields.Result(HttpContext) : await Answer(new RemoveOperator(store, dismissed) { Caller = Caller, ExpectedETag = Seen }, null, cancellation);
    }
}
