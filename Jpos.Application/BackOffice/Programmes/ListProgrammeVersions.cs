using System.Globalization;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>Lists all versions of the rules, the newest first.</summary>
public sealed record ListProgrammeVersions(int? Before, int Limit) : Query<Page<ProgrammeView>>;

public sealed class ListProgrammeVersionsHandler(IProgrammes programmes) : IRequestHandler<ListProgrammeVersions, Page<ProgrammeView>>
{
    public async Task<Page<ProgrammeView>> Handle(ListProgrammeVersions request, CancellationToken cancellationToken) => Page.Of(
        await programmes.List(request.Before, request.Limit + 1, cancellationToken), request.Limit, ProgrammeView.Of, version => version.Number.ToString(CultureInfo.InvariantCulture));
}
