using Jpos.Application.BackOffice.Cards;
using Jpos.Domain.Cards;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>Members. The whole number of a document is never answered.</summary>
/// <Change>Changes a member: what is left out gets its default, but a document stays as it is.</Change>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "members")]
[ResourcePermissions(Permission.ReadCards, Permission.ManageMembers)]
public sealed class MembersController(IMediator mediator, IViewSerializer viewSerializer) : RowController<MemberInput, MemberProfile, MemberView>(mediator, viewSerializer)
{
    /// <summary>The members.</summary>
    /// <param name="list">Which part.</param>
    /// <param name="mobile">Only those with this mobile; left out for all.</param>
    /// <param name="sort"><c>id</c>, if it is left out, <c>-id</c>, the newest first, <c>name</c> or <c>-name</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet]
    public async Task<ActionResult<PageAnswer<MemberView>>> List([FromQuery] ListQuery list, [FromQuery] string? mobile, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, sort, ListMembers.SortOrders);
        var withMobile = Fields.ReadOptional<MobileNumber>("mobile", mobile, MobileNumber.TryParse);
        return await Answer(() => new ListMembers(Caller, withMobile, pageRequest), cancellation);
    }
}
