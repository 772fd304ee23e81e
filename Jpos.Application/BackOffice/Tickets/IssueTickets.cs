using System.Globalization;
using Jpos.Application.BackOffice.Adjustments;
using Jpos.Domain.Journal;
using Jpos.Domain.Programmes;
using Jpos.Domain.Tickets;

namespace Jpos.Application.BackOffice.Tickets;

/// <summary>Issues tickets of one kind to cards. Either all cards get tickets or none.</summary>
/// <param name="Kind">The id of the ticket kind.</param>
/// <param name="Cards">The cards, each once.</param>
/// <param name="Pieces">The pieces for each card.</param>
/// <param name="ValidThrough">The last day on which the tickets can be used; null to compute it from the kind.</param>
/// <param name="Reason">The reason, for the audit log.</param>
public sealed record IssueTickets(long Kind, IReadOnlyList<CardNumber> Cards, int Pieces, DateOnly? ValidThrough, string Reason) : Command<TicketIssueView>
{
    public override IReadOnlyList<FreeText> FreeTexts => [new("reason", Reason)];

    /// <summary>The most cards of one request; more tickets are imported.</summary>
    public const int MostCards = 500;

    public const int MostPieces = 999_999;

    public override IReadOnlyCollection<CardNumber> LockedCards => Cards;

    public override int SerialNumbersNeeded => 2 * Cards.Count;
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
            return new Problem(FailureKind.Conflict, "The ticket kind is withdrawn. It can no longer be issued.");
        }

        var now = steps.Now;
        var lastDay = request.ValidThrough ?? kind.LastDay(now.Today);
        if (lastDay < now.Today)
        {
            return new Problem(FailureKind.Invalid, "validThrough must not be in the past.", "validThrough");
        }

        var found = await cards.Find(request.Cards, cancellationToken);
        for (var place = 0; place < request.Cards.Count; place++)
        {
            if (found.GetValueOrDefault(request.Cards[place]) is not { State: not CardState.Closed })
            {
                return new Problem(FailureKind.Invalid, "The card does not exist or is closed.", string.Create(CultureInfo.InvariantCulture, $"cards[{place}]"));
            }
        }

        // The value of the tickets counts as the points that would pay it. Issuing is not refused above the limit, but raises an alert.
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
            return (kind.Issue(numbers.Next(), card.AccountId, pieces, lastDay, entry), entry);
        }
    }
}
