using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <inheritdoc/>
public sealed record ImportMembers(long Import, IReadOnlyList<ImportRow> Lines) : ImportLines(Import, Lines)
{
    /// <inheritdoc/>
    public override bool ChangesIdentityDocument => true;

    /// <inheritdoc/>
    public override int SerialNumbersNeeded => Lines.Count;
}

public sealed class ImportMembersHandler(ImportExecutor imports, MemberImport decisions, IMembers members, INumberSequence numbers) : IRequestHandler<ImportMembers, CommandResult<ImportView>>
{
    public Task<CommandResult<ImportView>> Handle(ImportMembers request, CancellationToken cancellationToken) =>
        imports.Do(request, ImportKind.Members, (lines, cancellation) => decisions.Decide(lines, EmptyKeyIndex.Instance, cancellation), (good, cancellation) => members.Add([.. good.Select(profile => new Member(numbers.Next(), profile))], cancellation), cancellationToken);
}
