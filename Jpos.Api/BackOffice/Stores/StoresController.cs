using System.Text.Json.Nodes;
using Asp.Versioning;
using Jpos.Api.BackOffice.Access;
using Jpos.Api.BackOffice.Reading;
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
public sealed class StoresController(IMediator mediator, IRepresentations representations) : BackOfficeController(mediator, representations)
{
    /// <summary>The stores.</summary>
    /// <param name="list">Which part.</param>
    /// <param name="isOpen">Only those that are open, or closed; left out for both.</param>
    /// <param name="sort"><c>number</c>, if it is left out, <c>-number</c>, <c>name</c> or <c>-name</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet]
    [Allow(Right.LookAtStores)]
    [ProducesResponseType<PageAnswer<StoreView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, [FromQuery] bool? isOpen, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var faults = new Faults();
        var slice = faults.Slice(list, sort, ListStores.Orders);
        return faults.Any ? faults.Result(HttpContext) : Answer(await Ask(new ListStores(Caller, isOpen, slice), cancellation));
    }

    /// <summary>One store.</summary>
    [HttpGet("{number}")]
    [Allow(Right.LookAtStores)]
    [ProducesResponseType<StoreView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Look(string number, CancellationToken cancellation) =>
        Answer(StoreNumber.TryParse(number, out var store) ? await Ask(new LookAtStore(Caller, store), cancellation) : null);

    /// <summary>Adds a store.</summary>
    [HttpPost]
    [Allow(Right.ChangeStores)]
    [NetworkWide]
    [ProducesResponseType<StoreView>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Create(CreateStoreInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var number = faults.Read<StoreNumber>("number", input.Number, StoreNumber.TryParse);
        var profile = input.Read(faults);
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(new CreateStore(number, profile) { Caller = Caller, IdempotencyKey = RequestKey }, store => store.Number, cancellation);
    }

    /// <summary>Changes a store: what is left out gets its default.</summary>
    [HttpPut("{number}")]
    [Allow(Right.ChangeStores)]
    [ProducesResponseType<StoreView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Change(string number, StoreInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var store = faults.ReadPath<StoreNumber>(number, StoreNumber.TryParse);
        var profile = input.Read(faults);
        return faults.Any ? faults.Result(HttpContext) : await Answer(new ChangeStore(store, profile) { Caller = Caller, Seen = Seen }, null, cancellation);
    }

    /// <summary>Changes some of a store: the fields that a merge patch (RFC 7396) names, null for a field's default.</summary>
    [HttpPatch("{number}")]
    [Allow(Right.ChangeStores)]
    [ProducesResponseType<StoreView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Patch(string number, [MergePatchOf<StoreInput>] JsonObject patch, CancellationToken cancellation) =>
        StoreNumber.TryParse(number, out var found)
            ? await Merge(new LookAtStore(Caller, found), patch, (StoreInput input) => Change(number, input, cancellation), cancellation)
            : Answer(null);

    /// <summary>Lets somebody sign the store's terminals on.</summary>
    [HttpPost("{number}/operators")]
    [Allow(Right.ChangeStores)]
    [ProducesResponseType<StoreView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> EmployOperator(string number, OperatorInput input, CancellationToken cancellation)
    {
        var faults = new Faults();
        var store = faults.ReadPath<StoreNumber>(number, StoreNumber.TryParse);
        var employed = faults.Read<OperatorNumber>("number", input.Number, OperatorNumber.TryParse);
        return faults.Any
            ? faults.Result(HttpContext)
            : await Answer(new EmployOperator(store, employed) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }

    /// <summary>Lets an operator sign no terminal on any more. If-Match is the store's ETag.</summary>
    [HttpDelete("{number}/operators/{operatorNumber}")]
    [Allow(Right.ChangeStores)]
    [ProducesResponseType<StoreView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> DismissOperator(string number, string operatorNumber, CancellationToken cancellation)
    {
        var faults = new Faults();
        var store = faults.ReadPath<StoreNumber>(number, StoreNumber.TryParse);
        var dismissed = faults.ReadPath<OperatorNumber>(operatorNumber, OperatorNumber.TryParse);
        return faults.Any ? faults.Result(HttpContext) : await Answer(new DismissOperator(store, dismissed) { Caller = Caller, Seen = Seen }, null, cancellation);
    }
}
