using System.Globalization;
using System.Text.Json.Nodes;
using Jpos.Api.Problems;
using Jpos.Application.BackOffice.Requests;
using Jpos.Application.BackOffice.Webhooks;
using Jpos.Domain.Webhooks;

namespace Jpos.Api.BackOffice.Webhooks;

/// <summary>Who is told of events, and what became of telling them.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "webhooks")]
public sealed class WebhooksController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>The subscriptions, sorted by id, without their secrets.</summary>
    [HttpGet]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<PageAnswer<WebhookView>>> List([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var after = Fields.After(list.After);
        return await Answer(() => new ListWebhooks(Caller, after, list.Limit), cancellation);
    }

    /// <summary>One subscription.</summary>
    [HttpGet("{id:long}")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<WebhookView>> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetWebhook(Caller, id), cancellation));

    /// <summary>Subscribes. The answer holds the secret, this once.</summary>
    [HttpPost]
    [Requires(Permission.ManageWebhooks)]
    [ProducesResponseType(StatusCodes.Status201Created)]
    public async Task<ActionResult<WebhookView>> Create(WebhookInput input, CancellationToken cancellation)
    {
        var profile = input.Read(Fields);
        return await Answer(() => new CreateWebhook(profile) { Caller = Caller, IdempotencyKey = RequestKey }, made => made.Id.ToString(CultureInfo.InvariantCulture), cancellation);
    }

    /// <summary>Changes a subscription: what is left out gets its default.</summary>
    [HttpPut("{id:long}")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<WebhookView>> Change(long id, WebhookInput input, CancellationToken cancellation)
    {
        var profile = input.Read(Fields);
        return await Answer(() => new ChangeWebhook(id, profile) { Caller = Caller, ExpectedETag = ExpectedETag }, null, cancellation);
    }

    /// <summary>Changes some of a subscription: the fields that a merge patch (RFC 7396) names, null for a field's default.</summary>
    [HttpPatch("{id:long}")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<WebhookView>> Patch(long id, [MergePatch] JsonObject patch, CancellationToken cancellation) =>
        await Merge(new GetWebhook(Caller, id), patch, (WebhookInput input) => Change(id, input, cancellation), cancellation);

    /// <summary>Ends a subscription, and answers what it was. What waits for it is never sent.</summary>
    [HttpDelete("{id:long}")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<WebhookView>> Remove(long id, CancellationToken cancellation) => await Answer(new RemoveWebhook(id) { Caller = Caller, ExpectedETag = ExpectedETag }, null, cancellation);

    /// <summary>Gives a subscription a new secret. The answer holds it, this once; the one that it had signs too, for a day, and until then there is no third (409).</summary>
    [HttpPost("{id:long}/secret")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<WebhookView>> ChangeSecret(long id, CancellationToken cancellation) =>
        await Answer(new ChangeWebhookSecret(id) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);

    /// <summary>What was sent and what is to be.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="list">Which part.</param>
    /// <param name="state">Only what is in this state; left out for all.</param>
    /// <param name="sort"><c>-time</c>, the newest first, if it is left out; or <c>time</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet("{id:long}/deliveries")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<PageAnswer<DeliveryView>>> ListDeliveries(long id, [FromQuery] ListQuery list, [FromQuery] DeliveryState? state, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, sort, Application.BackOffice.Webhooks.ListDeliveries.SortOrders);
        return Fields.HasErrors
            ? Fields.Result(HttpContext)
            : await Ask(new ListDeliveries(Caller, id, state, pageRequest), cancellation) is { } page ? Answer(page) : ProblemResults.Result(HttpContext, CommandAudit.NotFound);
    }

    /// <summary>Has one delivery sent again, whatever became of it.</summary>
    [HttpPost("{id:long}/deliveries/{number:long}/redelivery")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<DeliveryView>> RedeliverDelivery(long id, long number, CancellationToken cancellation) =>
        await Answer(new RedeliverDelivery(id, number) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);

    /// <summary>Has all dead deliveries since a moment sent again.</summary>
    [HttpPost("{id:long}/redelivery")]
    [Requires(Permission.ManageWebhooks)]
    public async Task<ActionResult<RedeliveryView>> RedeliverDeadLetters(long id, RedeliveryInput input, CancellationToken cancellation)
    {
        Fields.Check("since", input.Since is not null, FieldErrorText.Missing("since"));
        return await Answer(() => new RedeliverDeadLetters(id, input.Since!.Value.UtcDateTime) { Caller = Caller, IdempotencyKey = RequestKey }, null, cancellation);
    }
}
