using Jpos.Application.BackOffice.Cards;
using Jpos.Domain.Cards;

namespace Jpos.Api.BackOffice.Cards;

/// <summary>Members. The full number of a document is never returned.</summary>
/// <Change>Changes a member. Omitted fields get their defaults, but an omitted document stays unchanged.</Change>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "members")]
[ResourcePermissions(Permission.ReadCards, Permission.ManageMembers)]
public sealed class MembersController(IMediator mediator, IViewSerializer viewSerializer) : RowController<MemberInput, MemberProfile, MemberView>(mediator, viewSerializer)
{
    /// <summary>Lists the members.</summary>
    /// <param name="list">The page to return.</param>
    /// <param name="mobile">Only members with this mobile; all if omitted.</param>
    /// <param name="sort"><c>id</c>, the default, <c>-id</c> for the newest first, <c>name</c> or <c>-name</c>.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpGet]
    public async Task<ActionResult<PageAnswer<MemberView>>> List([FromQuery] ListQuery list, [FromQuery] string? mobile, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, sort, ListMembers.SortOrders);
        var withMobile = Fields.ReadOptional<MobileNumber>("mobile", mobile, MobileNumber.TryParse);
        return await Answer(() => new ListMembers(Caller, withMobile, pageRequest), cancellation);
    }
}
