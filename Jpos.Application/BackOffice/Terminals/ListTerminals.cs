namespace Jpos.Application.BackOffice.Terminals;

/// <summary>Lists the terminals that the caller sees, by number.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="Store">Only rows of this store; null for all.</param>
/// <param name="After">The cursor: the last number of the previous page; null for the first page.</param>
/// <param name="Limit">The size of the page.</param>
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
