using Jpos.Application.BackOffice.Requests;
using Jpos.Domain;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Lists the rows of a resource, and adds the actions of <see cref="RowController{TInput, TProfile, TView}"/>.</summary>
public abstract class ResourceController<TInput, TProfile, TView>(IMediator mediator, IViewSerializer viewSerializer) : RowController<TInput, TProfile, TView>(mediator, viewSerializer)
    where TInput : class, IProfileInput<TProfile>
    where TProfile : IProfile
    where TView : class, IResourceView
{
    /// <summary>Lists the {things} by id.</summary>
    [HttpGet]
    public async Task<ActionResult<PageAnswer<TView>>> List([FromQuery] ListQuery list, CancellationToken cancellation)
    {
        var after = Fields.After(list.After);
        return await Answer(() => new ListResources<TView>(Caller, after, list.Limit), cancellation);
    }
}
