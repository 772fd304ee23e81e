using Jpos.Application.Ports;
using Jpos.Domain.Cards;
using Jpos.Domain.Imports;
using MediatR;

namespace Jpos.Application.BackOffice.Imports;

/// <inheritdoc/>
public sealed record ImportMembers(long Import, IReadOnlyList<FileLine> Lines) : ImportLines(Import, Lines);

public sealed class ImportMembersHandler(ImportSteps imports, MemberLines decisions, IMembers members) : IRequestHandler<ImportMembers, Result<ImportView>>
{
    public Task<Result<ImportView>> Handle(ImportMembers request, CancellationToken cancellationToken) =>
        imports.Do(request, ImportKind.Members, (lines, cancellation) => decisions.Decide(lines, [], cancellation), members.Add, cancellationToken);
}

/// <summary>Decides on some lines of members, and adds none.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Earlier">Documents of the lines before, which are joined by those of these.</param>
public sealed record CheckMembers(IReadOnlyList<FileLine> Lines, HashSet<IdentityDocument> Earlier) : Look<IReadOnlyList<BadLine>>;

public sealed class CheckMembersHandler(MemberLines decisions) : IRequestHandler<CheckMembers, IReadOnlyList<BadLine>>
{
    public async Task<IReadOnlyList<BadLine>> Handle(CheckMembers request, CancellationToken cancellationToken) =>
        (await decisions.Decide(request.Lines, request.Earlier, cancellationToken)).Bad;
}
