using Jpos.Application.Ports;
using Jpos.Domain.Imports;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Jpos.Domain.Tickets;
using MediatR;

namespace Jpos.Application.BackOffice.Imports;

/// <inheritdoc/>
public sealed record ImportTickets(long Import, IReadOnlyList<FileLine> Lines) : ImportLines(Import, Lines)
{
    /// <inheritdoc/>
    public override IReadOnlyCollection<CardNumber> TouchesCards => TicketLines.CardsOf(Lines);

    /// <inheritdoc/>
    public override int Numbers => Lines.Count;
}

public sealed class ImportTicketsHandler(ImportSteps imports, TicketLines decisions, ITickets tickets, ITransactionJournal journal, ISerialNumbers numbers, ActSteps steps)
    : IRequestHandler<ImportTickets, Result<ImportView>>
{
    public Task<Result<ImportView>> Handle(ImportTickets request, CancellationToken cancellationToken) =>
        imports.Do(request, ImportKind.Tickets, decisions.Decide, Issue, cancellationToken);

    private Task Issue(IReadOnlyList<NewTicket> good, CancellationToken cancellation)
    {
        var now = steps.Now;
        return tickets.Add([.. good.Select(Issue)], cancellation);

        Ticket Issue(NewTicket ticket)
        {
            var entry = TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), ticket.Card, now.Utc, now.Today);
            journal.Add(entry);
            return ticket.Kind.Issue(ticket.Card.Id, ticket.Pieces, ticket.ValidThrough, entry);
        }
    }
}

/// <summary>Decides on some lines of tickets, and gives none.</summary>
public sealed record CheckTickets(IReadOnlyList<FileLine> Lines) : Look<CheckedLines>;

public sealed class CheckTicketsHandler(TicketLines decisions) : IRequestHandler<CheckTickets, CheckedLines>
{
    public async Task<CheckedLines> Handle(CheckTickets request, CancellationToken cancellationToken) => CheckedLines.Of(await decisions.Decide(request.Lines, cancellationToken));
}
