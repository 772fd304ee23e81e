using Jpos.Application.Ports;
using MediatR;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Decides on some lines of cards, and adds none.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Earlier">What the lines before would have added.</param>
public sealed record CheckCards(IReadOnlyList<FileLine> Lines, ILineMemory Earlier) : Look<CheckedLines>;

public sealed class CheckCardsHandler(CardLines decisions) : IRequestHandler<CheckCards, CheckedLines>
{
    public async Task<CheckedLines> Handle(CheckCards request, CancellationToken cancellationToken) =>
        CheckedLines.Of(await decisions.Decide(request.Lines, request.Earlier, cancellationToken));
}
