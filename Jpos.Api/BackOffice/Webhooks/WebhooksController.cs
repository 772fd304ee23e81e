using System.Globalization;
using System.Text.Json.Nodes;
using Jpos.Api.Problems;
using Jpos.Application.BackOffice.Requests;
using Jpos.Application.BackOffice.Webhooks;
using Jpos.Domain.Webhooks;

namespace Jpos.Api.BackOffice.Webhooks;

/// <summary>Webhook subscriptions and their deliveries.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "webhooks")]
public sealed class WebhooksController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Lists the subscriptions by id, without their secrets.</summary>
    [HttpGet]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<PageAnswer<WebhookView>>> List([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var after = Fields.After(list.After);
        return await Answer(() => new ListWebhooks(Caller, after, list.Limit), cancellation);
    }

    /// <summary>Returns one subscription.</summary>
    [HttpGet("{id:long}")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<WebhookView>> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetWebhook(Caller, id), cancellation));

    /// <summary>Creates a subscription. Only this answer contains the secret.</summary>
    [HttpPost]
    [Requires(Permission.ManageWebhooks)]
    [CanFail(FailureKind.SecretAlreadyShown)]
    [ProducesResponseType(StatusCodes.Status201Created)]
    public async Task<ActionResult<WebhookView>> Create(WebhookInput input, CancellationToken cancellation)
    {
        var profile = input.Read(Fields);
        return await Answer(() => new CreateWebhook(profile) { Caller = Caller, IdempotencyKey = RequestKey }, made => made.Id.ToString(CultureInfo.InvariantCulture), cancellation);
    }

    /// <summary>Changes a subscription. Omitted fields get their defaults.</summary>
    [HttpPut("{id:long}")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<WebhookView>> Change(long id, WebhookInput input, CancellationToken cancellation)
    {
        var profile = input.Read(Fields);
        return await Answer(() => new ChangeWebhook(id, profile) { Caller = Caller, ExpectedETag = ExpectedETag }, null, cancellation);
    }

    /// <summary>Changes the fields of a subscription that a merge patch (RFC 7396) names. A null resets a field to its default.</summary>
    [HttpPatch("{id:long}")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<WebhookView>> Patch(long id, [MergePatch] JsonObject patch, CancellationToken cancellation) =>
        await Merge(new GetWebhook(Caller, id), patch, (WebhookInput input) => Change(id, input, cancellation), cancellation);

    /// <summary>Deletes a subscription and returns its last state. Its waiting deliveries are never sent.</summary>
    [HttpDelete("{id:long}")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<WebhookView>> Remove(long id, CancellationToken cancellation) => await Answer(new RemoveWebhook(id) { Caller = Caller, ExpectedETag = ExpectedETag }, null, cancellation);

    /// <summary>Gives a subscription a new secret, which only this answer contains. For one day the former secret signs too. Until then a further rotation is refused (409).</summary>
    [HttpPost("{id:long}/secret")]
    [Requires(Permission.ManageWebhooks)]
    [CanFail(FailureKind.SecretAlreadyShown)]
    public async Task<ActionResult<WebhookView>> ChangeSecret(long id, CancellationToken cancellation) =>
        await Answer(new ChangeWebhookSecret(id) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);

    /// <summary>Lists the deliveries of a subscription.</summary>
    /// <param name="id">The subscription's id.</param>
    /// <param name="list">The page to return.</param>
    /// <param name="state">Only deliveries in this state; all if omitted.</param>
    /// <param name="sort"><c>-time</c> for the newest first, the default, or <c>time</c> for the oldest first.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpGet("{id:long}/deliveries")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<PageAnswer<DeliveryView>>> ListDeliveries(long id, [FromQuery] ListQuery list, [FromQuery] DeliveryState? state, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, sort, Application.BackOffice.Webhooks.ListDeliveries.SortOrders);
        return Fields.HasErrors
            ? Fields.Result(HttpContext)
            : await Ask(new ListDeliveries(Caller, id, state, pageRequest), cancellation) is { } page ? Answer(page) : ProblemResults.Result(HttpContext, CommandAudit.NotFound);
    }

    /// <summary>Redelivers one delivery, whatever its state.</summary>
    [HttpPost("{id:long}/deliveries/{number:long}/redelivery")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<DeliveryView>> RedeliverDelivery(long id, long number, CancellationToken cancellation) =>
        await Answer(new RedeliverDelivery(id, number) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);

    /// <summary>Redelivers all dead-lettered deliveries since a given time.</summary>
    [HttpPost("{id:long}/redelivery")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<RedeliveryView>> RedeliverDeadLetters(long id, RedeliveryInput input, CancellationToken cancellation)
    {
        Fields.Check("since", input.Since is not null, FieldErrorText.Missing("since"));
        return await Answer(() => new RedeliverDeadLetters(id, input.Since!.Value.UtcDateTime) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
