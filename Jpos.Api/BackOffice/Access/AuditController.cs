using Jpos.Application.BackOffice.Access;

namespace Jpos.Api.BackOffice.Access;

/// <summary>Who changed what.</summary>
[ApiVersion(1)]
[NetworkWide]
[Route(Root + "audit")]
public sealed class AuditController(IMediator mediator, IViewSerializer viewSerializer) : BackOfficeController(mediator, viewSerializer)
{
    /// <summary>The changes.</summary>
    /// <param name="list">Which part.</param>
    /// <param name="subject">Only those of one thing, as <c>stores/100000000000001</c>; left out for all.</param>
    /// <param name="sort"><c>-time</c>, the newest first, if it is left out; or <c>time</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    [HttpGet]
    [Requires(Permission.ReadAudit)]
    public async Task<ActionResult<PageAnswer<AuditEntryView>>> List([FromQuery] ListQuery list, [FromQuery] string? subject, [FromQuery] string? sort, CancellationToken cancellation)
    {
        var pageRequest = Fields.Page(list, sort, ListAudit.SortOrders);
        Fields.Check("subject", subject is null || subject.All(letter => letter is > ' ' and <= '~'), FieldErrorText.MustBe("subject", "a subject of the audit log, in visible ASCII characters"));
        return await Answer(() => new ListAudit(Caller, subject, pageRequest), cancellation);
    }
}
