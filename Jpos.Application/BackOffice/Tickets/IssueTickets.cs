using System.Globalization;
using Jpos.Application.BackOffice.Adjustments;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Tickets;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>Gives cards tickets of one kind: all of them, or none.</summary>
/// <param name="Kind">The id of the kind.</param>
/// <param name="Cards">Who gets them, each once.</param>
/// <param name="Pieces">How many each card gets.</param>
/// <param name="ValidThrough">The last day on which they can be used; null for what the kind says.</param>
/// <param name="Reason">Why, for who reads the audit log.</param>
public sealed record IssueTickets(long Kind, IReadOnlyList<CardNumber> Cards, int Pieces, DateOnly? ValidThrough, string Reason) : Command<TicketIssueView>
{
    public override IReadOnlyList<FreeText> FreeTexts => [new("reason", Reason)];

    /// <summary>More are imported.</summary>
    public const int MostCards = 500;

    public const int MostPieces = 999_999;

    public override IReadOnlyCollection<CardNumber> LockedCards => Cards;

    public override int SerialNumbersNeeded => Cards.Count;
}

public sealed class IssueTicketsHandler(ITicketKinds kinds, ICards cards, ITickets tickets, ITransactionJournal journal, INumberSequence numbers, PersonDailyLimit personal, Programme programme, CommandAudit steps)
    : IRequestHandler<IssueTickets, CommandResult<TicketIssueView>>
{
    public async Task<CommandResult<TicketIssueView>> Handle(IssueTickets request, CancellationToken cancellationToken)
    {
        if (request.Caller.IsStoreScoped)
        {
            return CommandAudit.NetworkWideOnly;
        }

        if (await kinds.Find(request.Kind, cancellationToken) is not { } kind)
        {
            return CommandAudit.NotFound;
        }

        if (kind.IsWithdrawn)
        {
            return new Problem(FailureKind.Conflict, "The kind is withdrawn: no more of it is issued.");
        }

        var now = steps.Now;
        var lastDay = request.ValidThrough ?? kind.LastDay(now.Today);
        if (lastDay < now.Today)
        {
            return new Problem(FailureKind.Invalid, "This day has passed.", "validThrough");
        }

        var found = await cards.Find(request.Cards, cancellationToken);
        for (var place = 0; place < request.Cards.Count; place++)
        {
            if (found.GetValueOrDefault(request.Cards[place]) is not { State: not CardState.Closed })
            {
                return new Problem(FailureKind.Invalid, "There is no such card, or it is closed.", string.Create(CultureInfo.InvariantCulture, $"cards[{place}]"));
            }
        }

        // What tickets are worth counts as the points that would pay it. Issuing is not stopped, but nobody does it unnoticed.
        var worth = programme.WorthOf([(kind.Face, (long)request.Pieces * request.Cards.Count)]);
        await personal.CountUnstopped(request.Caller, worth, callsAlways: false, now, cancellationToken);

        var issued = request.Cards.Select(number => Issue(kind, found[number], request.Pieces, lastDay)).ToList();
        await tickets.Add([.. issued.Select(issue => issue.Ticket)], cancellationToken);
        return steps.RecordCreated(request, TicketKindView.Subject(kind.Id), new TicketIssueView(
            kind.Id, request.Pieces, lastDay, request.Reason, [.. issued.Select(issue => new IssuedTicket(issue.Entry.MaskedCard, issue.Ticket.Id, issue.Entry.Serial.ToString()))]));

        (Ticket Ticket, TransactionJournal Entry) Issue(TicketKind kind, Card card, int pieces, DateOnly lastDay)
        {
            var entry = TransactionJournal.BeginAdjustment(SerialNumber.Of(numbers.Next()), card, now.Utc, now.Today);
            journal.Add(entry);
            return (kind.Issue(card.Id, pieces, lastDay, entry), entry);
        }
    }
}
