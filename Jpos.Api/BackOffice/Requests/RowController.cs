using System.Globalization;
using System.Text.Json.Nodes;
using Jpos.Application.BackOffice.Requests;
using Jpos.Domain;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>
/// Shows, creates and changes the rows of a resource. In the comments of its actions, <c>{thing}</c> stands for the controller's name in the singular. A controller replaces the text of an action by an element of that action's name in its own comment.
/// </summary>
public abstract class RowController<TInput, TProfile, TView>(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
    where TInput : class, IProfileInput<TProfile>
    where TProfile : IProfile
    where TView : class, IResourceView
{
    /// <summary>Returns one {thing}.</summary>
    [HttpGet("{id:long}")]
    public async Task<ActionResult<TView>> Get(long id, CancellationToken cancellation) => Answer(await Ask(new GetResource<TView>(Caller, id), cancellation));

    /// <summary>Adds a {thing}.</summary>
    [HttpPost]
    [ProducesResponseType(StatusCodes.Status201Created)]
    public async Task<ActionResult<TView>> Create(TInput input, CancellationToken cancellation)
    {
        var profile = input.Read(Fields);
        return await Answer(() => new CreateResource<TProfile, TView>(profile) { Caller = Caller, IdempotencyKey = RequestKey }, view => view.Id.ToString(CultureInfo.InvariantCulture), cancellation);
    }

    /// <summary>Changes a {thing}. Omitted fields get their defaults.</summary>
    [HttpPut("{id:long}")]
    public async Task<ActionResult<TView>> Change(long id, TInput input, CancellationToken cancellation)
    {
        var profile = input.Read(Fields);
        return await Answer(() => new ChangeResource<TProfile, TView>(id, profile) { Caller = Caller, ExpectedETag = ExpectedETag }, null, cancellation);
    }

    /// <summary>Changes the fields of a {thing} that a merge patch (RFC 7396) names. A null resets a field to its default.</summary>
    [HttpPatch("{id:long}")]
    public async Task<ActionResult<TView>> Patch(long id, [MergePatch] JsonObject patch, CancellationToken cancellation) =>
        await Merge(new GetResource<TView>(Caller, id), patch, (TInput input) => Change(id, input, cancellation), cancellation);
}
