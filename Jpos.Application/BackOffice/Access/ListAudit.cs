using Jpos.Application.Ports;
using Jpos.Domain.Access;
using MediatR;

namespace Jpos.Application.BackOffice.Access;

/// <summary>A change that somebody made.</summary>
/// <param name="Number">The later one has the higher one.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Who">Who made it.</param>
/// <param name="Act">What was done.</param>
/// <param name="Subject">To what, as its address has it.</param>
/// <param name="Before">What was to be seen of it before, JSON; null if it was not there.</param>
/// <param name="After">What was to be seen of it afterwards, JSON; null if it is not there any more.</param>
public sealed record AuditView(long Number, DateTime At, string Who, string Act, string Subject, string? Before, string? After)
{
    public static AuditView Of(AuditEntry entry) => new(entry.Number, entry.At, entry.Who, entry.Act, entry.Subject, entry.Before, entry.After);
}

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
