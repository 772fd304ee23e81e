namespace Jpos.Application.BackOffice.Imports;

/// <summary>Validates rows of members in a dry run, without adding any.</summary>
/// <param name="Lines">The rows.</param>
/// <param name="Earlier">The keys that earlier rows would have added.</param>
public sealed record CheckMembers(IReadOnlyList<ImportRow> Lines, IImportKeyIndex Earlier) : Query<DryRunResult>;

public sealed class CheckMembersHandler(MemberImport decisions) : IRequestHandler<CheckMembers, DryRunResult>
{
    public async Task<DryRunResult> Handle(CheckMembers request, CancellationToken cancellationToken) =>
        DryRunResult.Of(await decisions.Decide(request.Lines, request.Earlier, cancellationToken));
}
