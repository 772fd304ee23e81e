using Jpos.Application.Ports;
using Jpos.Domain.Imports;
using MediatR;

namespace Jpos.Application.BackOffice.Imports;

/// <inheritdoc/>
public sealed record ImportMembers(long Import, IReadOnlyList<FileLine> Lines) : ImportLines(Import, Lines)
{
    /// <inheritdoc/>
    public override bool BindsDocuments => true;
}

public sealed class ImportMembersHandler(ImportSteps imports, MemberLines decisions, IMembers members) : IRequestHandler<ImportMembers, Result<ImportView>>
{
    public Task<Result<ImportView>> Handle(ImportMembers request, CancellationToken cancellationToken) =>
        imports.Do(request, ImportKind.Members, (lines, cancellation) => decisions.Decide(lines, NoLineMemory.Instance, cancellation), members.Add, cancellationToken);
}
