using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Programmes;

/// <summary>The rules that hold. Everybody goes by them, so that everybody may see them.</summary>
public sealed record LookAtProgramme : Look<ProgrammeView>;

public sealed class LookAtProgrammeHandler(IProgrammes programmes) : IRequestHandler<LookAtProgramme, ProgrammeView>
{
    public async Task<ProgrammeView> Handle(LookAtProgramme request, CancellationToken cancellationToken) => ProgrammeView.Of(await programmes.Newest(cancellationToken));
}
