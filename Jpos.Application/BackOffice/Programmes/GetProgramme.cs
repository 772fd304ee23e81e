namespace Jpos.Application.BackOffice.Programmes;

/// <summary>Returns the current rules, which every caller may see.</summary>
public sealed record GetProgramme : Query<ProgrammeView>;

public sealed class GetProgrammeHandler(IProgrammes programmes) : IRequestHandler<GetProgramme, ProgrammeView>
{
    public async Task<ProgrammeView> Handle(GetProgramme request, CancellationToken cancellationToken) => ProgrammeView.Of(await programmes.Newest(cancellationToken));
}
