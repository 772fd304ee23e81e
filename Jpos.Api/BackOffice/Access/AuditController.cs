using Jpos.Application.BackOffice.Access;

namespace Jpos.Api.BackOffice.Access;

/// <summary>The audit log.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "audit")]
public sealed class AuditController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>Lists the audit entries.</summary>
    /// <param name="list">The page to return.</param>
    /// <param name="subject">Only entries of one resource, such as <c>stores/100000000000001</c>; all if omitted.</param>
    /// <param name="sort"><c>-time</c> for the newest first, the default, or <c>time</c> for the oldest first.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    [HttpGet]
    [Requires(Permission.ReadAudit)]
    public async Task<ActionResult<PageAnswer<AuditEntryView>>> List([FromQuery] ListQuery list, [FromQuery] string? subject, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, sort, ListAudit.SortOrders);
        Fields.Check("subject", subject is null || subject.All(letter => letter is > ' ' and <= '~'), FieldErrorText.MustBe("subject", "a subject of the audit log, in visible ASCII characters"));
        return await Answer(() => new ListAudit(Caller, subject, pageRequest), cancellation);
    }
}
