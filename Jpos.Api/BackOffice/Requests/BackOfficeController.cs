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

/// <summary>What the addresses of the back office have in common: JSON in and out, problems in one form, entity tags, keys of requests, pages.</summary>
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

    /// <summary>The caller's own key of a POST, which <see cref="IdempotencyKeyFilter"/> has seen to.</summary>
    protected string? RequestKey => Request.Headers[IdempotencyKeyFilter.Header] is [{ Length: > 0 } key] ? key : null;

    /// <summary>The tag of the state that the caller saw, or that a patch was merged into; null for any.</summary>
    protected string? ExpectedETag => ETagOfCaller ?? mergedInto;

    /// <summary>The tag that the caller sent, which <see cref="IdempotencyKeyFilter"/> has seen to; null for any.</summary>
    private string? ETagOfCaller =>
        Request.Headers.IfMatch is [{ } sent] && EntityTagHeaderValue.TryParse(sent, out var seen) && seen.Tag != EntityTagHeaderValue.Any.Tag ? seen.Tag.ToString().Trim('"') : null;

    protected Task<TAnswer> Ask<TAnswer>(IRequest<TAnswer> request, CancellationToken cancellation) => mediator.Send(request, cancellation);

    /// <summary>Answers a page of a list, unless a field is malformed.</summary>
    protected async Task<ActionResult> Answer<TView>(Func<Query<Page<TView>>> query, CancellationToken cancellation) =>
        Fields.HasErrors ? Fields.Result(HttpContext) : Answer(await Ask(query(), cancellation));

    /// <summary>Does a command, unless a field is malformed, and says what came of it.</summary>
    /// <param name="command">Makes the command from the fields.</param>
    /// <param name="address">Where to find what is new; null if nothing is.</param>
    /// <param name="cancellation">Gives up.</param>
    protected async Task<ActionResult> Answer<TView>(Func<Command<TView>> command, Func<TView, string>? address, CancellationToken cancellation)
        where TView : class => Fields.HasErrors ? Fields.Result(HttpContext) : await Answer(command(), address, cancellation);

    /// <summary>Does an act, and says what came of it.</summary>
    /// <param name="command">The act.</param>
    /// <param name="address">Where to find what is new; null if nothing is.</param>
    /// <param name="cancellation">Gives up.</param>
    protected async Task<ActionResult> Answer<TView>(Command<TView> command, Func<TView, string>? address, CancellationToken cancellation)
        where TView : class
    {
        var result = await mediator.Send(command, cancellation);
        if (result.Problem is { } problem)
        {
            return ProblemResults.Result(HttpContext, problem);
        }

        // What is answered once is not what is there: its tag would fit nothing that is seen later. Nobody on the way may keep it.
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

    /// <summary>Changes what a merge patch names, and leaves the rest: the same change as that of a PUT with all fields.</summary>
    /// <param name="look">Finds what is there.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="change">The PUT.</param>
    /// <param name="cancellation">Gives up.</param>
    protected async Task<ActionResult> Merge<TView, TInput>(IRequest<TView?> look, JsonObject patch, Func<TInput, Task<ActionResult<TView>>> change, CancellationToken cancellation)
        where TView : class
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await mediator.Send(look, cancellation) is not { } view)
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

            // Whoever takes any state is not told that it changed between these two steps.
            if ((await change(input)).Result is { } result && (result is not ObjectResult { StatusCode: StatusCodes.Status412PreconditionFailed } || ETagOfCaller is not null || attempt == MostMerges))
            {
                return result;
            }
        }
    }

    /// <summary>One thing, with its tag.</summary>
    protected ActionResult Answer(object? view)
    {
        if (view is null)
        {
            return ProblemResults.Result(HttpContext, CommandAudit.NotFound);
        }

        Response.Headers.ETag = Tag(view);
        return Ok(view);
    }

    /// <summary>A page, with a link to the next one.</summary>
    protected ActionResult Answer<TView>(Page<TView> page) => Ok(new PageAnswer<TView>(page.Items, LinkTo(page.Next)));

    /// <summary>Says where a list goes on, in the Link header too.</summary>
    /// <param name="next">The key of the last one on this page; null at the end of the list.</param>
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
