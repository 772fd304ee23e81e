using Jpos.Application.BackOffice.Adjustments;
using Jpos.Domain.Imports;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Tickets;

namespace Jpos.Application.BackOffice.Imports;

/// <inheritdoc/>
public sealed record ImportTickets(long Import, IReadOnlyList<ImportRow> Lines) : ImportLines(Import, Lines)
{
    /// <inheritdoc/>
    public override IReadOnlyCollection<CardNumber> LockedCards => TicketImport.CardsOf(Lines);

    /// <inheritdoc/>
    public override int SerialNumbersNeeded => 2 * Lines.Count;
}

public sealed class ImportTicketsHandler(ImportExecutor imports, TicketImport decisions, ITickets tickets, ITransactionJournal journal, INumberSequence numbers, PersonDailyLimit personal, Programme programme, CommandAudit steps)
    : IRequestHandler<ImportTickets, CommandResult<ImportView>>
{
    public Task<CommandResult<ImportView>> Handle(ImportTickets request, CancellationToken cancellationToken) =>
        imports.Do(request, ImportKind.Tickets, decisions.Decide, (good, cancellation) => Issue(request.Caller, good, cancellation), cancellationToken);

    private async Task Issue(Caller caller, IReadOnlyList<NewTicket> good, CancellationToken cancellation)
    {
        var now = steps.Now;
        await personal.CountUnstopped(caller, programme.WorthOf(good.Select(ticket => (ticket.Kind.Face, (long)ticket.Pieces))), callsAlways: false, now, cancellation);
        await tickets.Add([.. good.Select(Issue)], cancellation);

        Ticket Issue(NewTicket ticket)
        {
            var entry = TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), ticket.Card, now.Utc, now.Today);
            journal.Add(entry);
            return ticket.Kind.Issue(numbers.Next(), ticket.Card.AccountId, ticket.Pieces, ticket.ValidThrough, entry);
        }
    }
}
