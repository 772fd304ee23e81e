using Jpos.Application.Ports;
using Jpos.Domain.Protocol;
using MediatR;

namespace Jpos.Application.BackOffice.Terminals;

/// <summary>One terminal; null if there is none that the caller sees.</summary>
public sealed record LookAtTerminal(Caller Caller, TerminalNumber Number) : Look<TerminalView?>;

public sealed class LookAtTerminalHandler(ITerminals terminals) : IRequestHandler<LookAtTerminal, TerminalView?>
{
    public async Task<TerminalView?> Handle(LookAtTerminal request, CancellationToken cancellationToken) =>
        await terminals.Find(request.Number, false, cancellationToken) is { } terminal && request.Caller.Sees(terminal.StoreNumber) ? TerminalView.Of(terminal) : null;
}

/// <summary>The terminals that the caller sees, sorted by number.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Store">Only those of this store; null for all.</param>
/// <param name="After">Those with higher numbers; null for the first.</param>
/// <param name="Limit">How many.</param>
public sealed record ListTerminals(Caller Caller, StoreNumber? Store, TerminalNumber? After, int Limit) : Look<Page<TerminalView>>;

public sealed class ListTerminalsHandler(ITerminals terminals) : IRequestHandler<ListTerminals, Page<TerminalView>>
{
    public async Task<Page<TerminalView>> Handle(ListTerminals request, CancellationToken cancellationToken)
    {
        if (request.Store is not null && !request.Caller.Sees(request.Store))
        {
            return new Page<TerminalView>([], null);
        }

        var stores = request.Store is null ? request.Caller.Stores : [request.Store];
        return Page.Of(
            await terminals.List(request.After, stores, request.Limit + 1, cancellationToken), request.Limit, TerminalView.Of, terminal => terminal.Number.Value);
    }
}
