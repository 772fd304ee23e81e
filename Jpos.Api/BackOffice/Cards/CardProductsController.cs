using System.Globalization;
using System.Text.Json.Nodes;
using Asp.Versioning;
using Jpos.Api.BackOffice.Requests;
using Jpos.Application.BackOffice.Cards;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>Card products: what all cards of one kind share.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "card-products")]
public sealed class CardProductsController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>The card products, sorted by id.</summary>
    [HttpGet]
    [Requires(Permission.ReadCards)]
    [ProducesResponseType<PageAnswer<CardProductView>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> List([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var after = fields.After(list.After);
        return fields.HasErrors ? fields.Result(HttpContext) : Answer(await Ask(new ListCardProducts(Caller, after, list.Limit), cancellation));
    }

    /// <summary>One card product.</summary>
    [HttpGet("{id:long}")]
    [Requires(Permission.ReadCards)]
    [ProducesResponseType<CardProductView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetCardProduct(Caller, id), cancellation));

    /// <summary>Adds a card product.</summary>
    [HttpPost]
    [Requires(Permission.ManageCardProducts)]
    [ProducesResponseType<CardProductView>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Create(CardProductInput input, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var profile = input.Read(fields);
        return fields.HasErrors
            ? fields.Result(HttpContext)
            : await Answer(
                new CreateCardProduct(profile) { Caller = Caller, IdempotencyKey = RequestKey }, product => product.Id.ToString(CultureInfo.InvariantCulture), cancellation);
    }

    /// <summary>Changes a card product, for all its cards: what is left out gets its default.</summary>
    [HttpPut("{id:long}")]
    [Requires(Permission.ManageCardProducts)]
    [ProducesResponseType<CardProductView>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Change(long id, CardProductInput input, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var profile = input.Read(fields);
        return fields.HasErrors ? fields.Result(HttpContext) : await Answer(new ChangeCardProduct(id, profile) { Caller = Caller, ExpectedETag = Seen }, null, cancellation);
    }

    /// <summary>Changes some of a card product: the fields that a merge patch (RFC 7396) names, null for a field's default.</summary>
    [HttpPatch("{id:long}")]
    [Requires(Permission.ManageCardProducts)]
    [ProducesResponseType<CardProductView>(StatusCodes.Status200OK)]
    public Task<IActionResult> Patch(long id, [MergePatchOf<CardProductInput>] JsonObject patch, CancellationToken cancellation) =>
        Merge(new GetCardProduct(Caller, id), patch, (CardProductInput input) => Change(id, input, cancellation), cancellation);
}
