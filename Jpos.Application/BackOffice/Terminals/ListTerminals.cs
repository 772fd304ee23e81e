namespace Jpos.Application.BackOffice.Terminals;

/// <summary>The terminals that the caller sees, sorted by number.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Store">Only those of this store; null for all.</param>
/// <param name="After">Those with higher numbers; null for the first.</param>
/// <param name="Limit">How many.</param>
public sealed record ListTerminals(Caller Caller, StoreNumber? Store, TerminalNumber? After, int Limit) : Query<Page<TerminalView>>;

public sealed class ListTerminalsHandler(ITerminals terminals) : IRequestHandler<ListTerminals, Page<TerminalView>>
{
    public async Task<Page<TerminalView>> Handle(ListTerminals request, CancellationToken cancellationToken)
    {
        if (request.Store is not null && !request.Caller.CanSee(request.Store))
        {
            return new Page<TerminalView>([], null);
        }

        var stores = request.Store is null ? request.Caller.Stores : [request.Store];
        return Page.Of(
            await terminals.List(request.After, stores, request.Limit + 1, cancellationToken), request.Limit, TerminalView.Of, terminal => terminal.Number.Value);
    }
}
