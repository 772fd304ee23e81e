using Asp.Versioning;
using Jpos.Api.BackOffice.Requests;
using Jpos.Application.BackOffice.Cards;
using Jpos.Application.Ports;
using Jpos.Domain.Access;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using MediatR;
using Microsoft.AspNetCore.Mvc;

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
    [ProducesResponseType<PageAnswer<MemberView>>(StatusCodes.Status200OK)]
    public async Task<ActionResult> List([FromQuery] ListQuery list, [FromQuery] string? mobile, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var fields = new FieldReader();
        var pageRequest = fields.Slice(list, sort, ListMembers.Orders);
        var withMobile = fields.ReadOptional<MobileNumber>("mobile", mobile, MobileNumber.TryParse);
        return fields.HasErrors ? fields.Result(HttpContext) : Answer(await Ask(new ListMembers(Caller, withMobile, pageRequest), cancellation));
    }
}
