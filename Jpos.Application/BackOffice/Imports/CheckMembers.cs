using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Decides on some lines of members, and adds none.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Earlier">What the lines before would have added.</param>
public sealed record CheckMembers(IReadOnlyList<FileLine> Lines, ILineMemory Earlier) : Look<CheckedLines>;

public sealed class CheckMembersHandler(MemberLines decisions) : IRequestHandler<CheckMembers, CheckedLines>
{
    public async Task<CheckedLines> Handle(CheckMembers request, CancellationToken cancellationToken) =>
        CheckedLines.Of(await decisions.Decide(request.Lines, request.Earlier, cancellationToken));
}
