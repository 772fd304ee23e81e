using Jpos.Application.Messages;
using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;
using Jpos.Domain.Tickets;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Pieces of a kind of tickets for a card. Nobody has given them yet.</summary>
public sealed record NewTicket(TicketKind Kind, Card Card, int Pieces, DateOnly ValidThrough);

/// <summary>Decides on lines of tickets, many at once.</summary>
public sealed class TicketLines(ITicketKinds kinds, ICards cards, ProgrammeClock clock)
{
    public static readonly ImportColumns Columns = new(["card", "kind", "pieces"], ["validThrough"]);

    /// <param name="lines">The lines, in the order of the file.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Decided<NewTicket>> Decide(IReadOnlyList<FileLine> lines, CancellationToken cancellation)
    {
        var found = await cards.Find(CardsOf(lines), cancellation);
        var (good, bad, known, now) = (new List<NewTicket>(lines.Count), new List<BadLine>(), new Dictionary<long, TicketKind?>(), clock.Now);
        foreach (var line in lines)
        {
            var reader = new LineReader(line);
            if (await Read(line, reader, found, known, now, cancellation) is { } ticket)
            {
                good.Add(ticket);
            }
            else
            {
                bad.Add(new BadLine(line.Number, reader.Reason));
            }
        }

        return new(good, bad);
    }

    /// <summary>The cards that some lines name, each once.</summary>
    public static IReadOnlyCollection<CardNumber> CardsOf(IEnumerable<FileLine> lines) =>
        [.. lines.Where(line => line.Fault is null).Select(line => CardNumber.TryParse(line["card"], out var number) ? number : null).OfType<CardNumber>().Distinct()];

    private async Task<NewTicket?> Read(
        FileLine line, LineReader reader, IReadOnlyDictionary<CardNumber, Card> found, Dictionary<long, TicketKind?> known, Moment now, CancellationToken cancellation)
    {
        if (reader.Any)
        {
            return null;
        }

        var (number, id, pieces, day) = (reader.Read<CardNumber>("card", CardNumber.TryParse), reader.Id("kind"), reader.Id("pieces"), reader.Day("validThrough"));
        reader.Require("kind", line["kind"] is not null, "it is missing.");
        reader.Require("pieces", pieces is >= 1 and <= Tickets.IssueTickets.MostPieces, $"it is 1 to {Tickets.IssueTickets.MostPieces}.");
        if (reader.Any)
        {
            return null;
        }

        if (!known.TryGetValue(id!.Value, out var kind))
        {
            kind = known[id.Value] = await kinds.Find(id.Value, cancellation);
        }

        var card = found.GetValueOrDefault(number!);
        var lastDay = day ?? kind?.LastDay(now.Today);
        reader.Require("kind", kind is { IsWithdrawn: false }, "there is no such kind of tickets, or it is withdrawn.");
        reader.Require("card", card is { State: not CardState.Closed }, "there is no such card, or it is closed.");
        reader.Require("validThrough", !(lastDay < now.Today), "this day has passed.");
        return reader.Any ? null : new NewTicket(kind!, card!, (int)pieces!.Value, lastDay!.Value);
    }
}
