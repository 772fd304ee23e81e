namespace Jpos.Application.BackOffice.Imports;

/// <summary>Decides on some lines of members, and adds none.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Earlier">What the lines before would have added.</param>
public sealed record CheckMembers(IReadOnlyList<ImportRow> Lines, IImportKeyIndex Earlier) : Query<DryRunResult>;

public sealed class CheckMembersHandler(MemberImport decisions) : IRequestHandler<CheckMembers, DryRunResult>
{
    public async Task<DryRunResult> Handle(CheckMembers request, CancellationToken cancellationToken) =>
        DryRunResult.Of(await decisions.Decide(request.Lines, request.Earlier, cancellationToken));
}
