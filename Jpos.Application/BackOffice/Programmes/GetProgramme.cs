namespace Jpos.Application.BackOffice.Programmes;

/// <summary>The rules that hold. Everybody goes by them, so that everybody may see them.</summary>
public sealed record GetProgramme : Query<ProgrammeView>;

public sealed class GetProgrammeHandler(IProgrammes programmes) : IRequestHandler<GetProgramme, ProgrammeView>
{
    public async Task<ProgrammeView> Handle(GetProgramme request, CancellationToken cancellationToken) => ProgrammeView.Of(await programmes.Newest(cancellationToken));
}
