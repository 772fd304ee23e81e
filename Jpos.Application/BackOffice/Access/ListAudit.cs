using Jpos.Domain.Access;

namespace Jpos.Application.BackOffice.Access;

/// <summary>Lists the audit log. It is network-wide, so a store-scoped caller sees no entries.</summary>
public sealed record ListAudit(Caller Caller, string? Subject, PageRequest<AuditEntry> PageRequest) : Query<Page<AuditEntryView>>
{
    /// <summary>The newest first by default; ascending order shows events as they happened.</summary>
    public static readonly SortOrders<AuditEntry> SortOrders = new("-time", new SortField<AuditEntry>("time", SortKey.Number<AuditEntry>(entry => entry.Number)));
}

public sealed class ListAuditHandler(IAudit audit) : IRequestHandler<ListAudit, Page<AuditEntryView>>
{
    public async Task<Page<AuditEntryView>> Handle(ListAudit request, CancellationToken cancellationToken) => request.Caller.IsStoreScoped
        ? new Page<AuditEntryView>([], null)
        : Page.Of(await audit.List(request.Subject, request.PageRequest, cancellationToken), request.PageRequest, AuditEntryView.Of);
}
