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

/// <summary>Decides on some lines of members, and adds none.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Earlier">What the lines before would have added.</param>
public sealed record CheckMembers(IReadOnlyList<FileLine> Lines, ILineMemory Earlier) : Look<CheckedLines>;

public sealed class CheckMembersHandler(MemberLines decisions) : IRequestHandler<CheckMembers, CheckedLines>
{
    public async Task<CheckedLines> Handle(CheckMembers request, CancellationToken cancellationToken) =>
        CheckedLines.Of(await decisions.Decide(request.Lines, request.Earlier, cancellationToken));
}
