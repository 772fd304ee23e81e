using Jpos.Application.Ports;
using Jpos.Domain.Access;
using MediatR;

namespace Jpos.Application.BackOffice.Access;

/// <summary>The audit log. It is not divided by stores: who is of some sees none of it.</summary>
public sealed record ListAudit(Caller Caller, string? Subject, Slice<AuditEntry> Slice) : Look<Page<AuditView>>
{
    /// <summary>The newest entry first, unless somebody wants to read what happened as it did.</summary>
    public static readonly Orders<AuditEntry> Orders = new("-time", new Sorting<AuditEntry>("time", RowKey.Number<AuditEntry>(entry => entry.Number)));
}

public sealed class ListAuditHandler(IAudit audit) : IRequestHandler<ListAudit, Page<AuditView>>
{
    public async Task<Page<AuditView>> Handle(ListAudit request, CancellationToken cancellationToken) => request.Caller.IsOfSomeStores
        ? new Page<AuditView>([], null)
        : Page.Of(await audit.List(request.Subject, request.Slice, cancellationToken), request.Slice, AuditView.Of);
}
