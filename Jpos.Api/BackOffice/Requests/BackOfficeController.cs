using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jpos.Api.Limits;
using Jpos.Api.Problems;
using Jpos.Application.BackOffice.Requests;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Base of the back-office controllers: JSON bodies, problem answers, ETags, idempotency keys and pages.</summary>
[ApiController]
[EnableRateLimiting(RateLimitPolicies.PerAddress)]
[ServiceFilter<QueryStringFilter>]
[ServiceFilter<JsonBodyFilter>]
[ServiceFilter<IdempotencyKeyFilter>]
public abstract class BackOfficeController(IMediator mediator, IViewSerializer viewSerializer) : ControllerBase
{
    public const string Root = "api/v{version:apiVersion:regex(^[[1-9]]\\d*$)}/";

    private const int MostMerges = 5;

    private string? mergedInto;

    /// <summary>Reads the fields of the request.</summary>
    protected FieldReader Fields { get; } = new();

    protected Caller Caller => CallerClaims.Of(User);

    /// <summary>The idempotency key of a POST, which <see cref="IdempotencyKeyFilter"/> has validated.</summary>
    protected string? RequestKey => Request.Headers[IdempotencyKeyFilter.Header] is [{ Length: > 0 } key] ? key : null;

    /// <summary>The ETag of the state that the caller saw, or that a patch was merged into; null for any state.</summary>
    protected string? ExpectedETag => ETagOfCaller ?? mergedInto;

    /// <summary>The ETag that the caller sent, which <see cref="IdempotencyKeyFilter"/> has validated; null for any state.</summary>
    private string? ETagOfCaller =>
        Request.Headers.IfMatch is [{ } sent] && EntityTagHeaderValue.TryParse(sent, out var seen) && seen.Tag != EntityTagHeaderValue.Any.Tag ? seen.Tag.ToString().Trim('"') : null;

    protected Task<TAnswer> Ask<TAnswer>(IRequest<TAnswer> request, CancellationToken cancellation) => mediator.Send(request, cancellation);

    /// <summary>Answers with a page of a list, or with the errors of malformed fields.</summary>
    protected async Task<ActionResult> Answer<TView>(Func<Query<Page<TView>>> query, CancellationToken cancellation) =>
        Fields.HasErrors ? Fields.Result(HttpContext) : Answer(await Ask(query(), cancellation));

    /// <summary>Runs a command and answers with its result, or with the errors of malformed fields.</summary>
    /// <param name="command">Builds the command from the fields.</param>
    /// <param name="address">Returns the address of the new resource; null if the command creates none.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    protected async Task<ActionResult> Answer<TView>(Func<Command<TView>> command, Func<TView, string>? address, CancellationToken cancellation)
        where TView : class => Fields.HasErrors ? Fields.Result(HttpContext) : await Answer(command(), address, cancellation);

    /// <summary>Runs a command and answers with its result.</summary>
    /// <param name="command">The command.</param>
    /// <param name="address">Returns the address of the new resource; null if the command creates none.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    protected async Task<ActionResult> Answer<TView>(Command<TView> command, Func<TView, string>? address, CancellationToken cancellation)
        where TView : class
    {
        var result = await mediator.Send(command, cancellation);
        if (result.Problem is { } problem)
        {
            return ProblemResults.Result(HttpContext, problem);
        }

        // An answer with a secret differs from the resource, so its ETag would match no later state. No cache may store it.
        if (command.ReturnsSecret)
        {
            Response.Headers.CacheControl = "no-store";
        }
        else
        {
            Response.Headers.ETag = Tag(result.View!);
        }

        return result.IsCreated && address is not null
            ? Created($"{Request.PathBase}{Request.Path}/{address(result.View!)}", result.View)
            : Ok(result.View);
    }

    /// <summary>Changes the fields that a merge patch names, by the same command as a PUT with all fields.</summary>
    /// <param name="query">The query that reads the present state.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="change">The PUT action.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    protected async Task<ActionResult> Merge<TView, TInput>(IRequest<TView?> query, JsonObject patch, Func<TInput, Task<ActionResult<TView>>> change, CancellationToken cancellation)
        where TView : class
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await mediator.Send(query, cancellation) is not { } view)
            {
                return Answer(null);
            }

            mergedInto = viewSerializer.ETagOf(view);
            TInput input;
            try
            {
                input = MergePatches.Apply<TInput>(view, patch, HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions);
            }
            catch (JsonException fault)
            {
                return ProblemResults.Malformed(HttpContext, fault);
            }

            // A caller without If-Match accepts any state, so a change between the read and the write is retried and not reported.
            var result = (await change(input)).Result ?? throw new InvalidOperationException($"A PUT with {typeof(TInput).Name} returned a value and no result.");
            if (result is not ObjectResult { StatusCode: StatusCodes.Status412PreconditionFailed } || ETagOfCaller is not null || attempt == MostMerges)
            {
                return result;
            }
        }
    }

    /// <summary>Answers with one resource and its ETag.</summary>
    protected ActionResult Answer(object? view)
    {
        if (view is null)
        {
            return ProblemResults.Result(HttpContext, CommandAudit.NotFound);
        }

        Response.Headers.ETag = Tag(view);
        return Ok(view);
    }

    /// <summary>Answers with a page and a link to the next page.</summary>
    protected ActionResult Answer<TView>(Page<TView> page) => Ok(new PageAnswer<TView>(page.Items, LinkTo(page.Next)));

    /// <summary>Adds the address of the next page to the Link header and returns it.</summary>
    /// <param name="next">The cursor after this page; null at the end of the list.</param>
    protected string? LinkTo(string? next)
    {
        if (next is null)
        {
            return null;
        }

        const string Key = "after";
        var query = new QueryBuilder(Request.Query.Where(field => !field.Key.Equals(Key, StringComparison.OrdinalIgnoreCase))) { { Key, next } };
        var address = $"{Request.PathBase}{Request.Path}{query}";
        Response.Headers.Link = string.Create(CultureInfo.InvariantCulture, $"<{address}>; rel=\"next\"");
        return address;
    }

    private string Tag(object view) => $"\"{viewSerializer.ETagOf(view)}\"";
}
