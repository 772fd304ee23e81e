using Jpos.Application.Time;
using Jpos.Domain.Tickets;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Validates rows of tickets in bulk.</summary>
public sealed class TicketImport(ITicketKinds kinds, ICards cards, ProgrammeClock clock)
{
    public static ImportColumns Columns => TicketImportRow.Columns;

    /// <param name="lines">The rows, in the order of the file.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<ImportDecision<NewTicket>> Decide(IReadOnlyList<ImportRow> lines, CancellationToken cancellation)
    {
        var (read, bad) = (new List<(int Number, LineReader Reader, TicketImportRow Said)>(), new List<RejectedRow>());
        foreach (var line in lines)
        {
            var reader = new LineReader(line);
            if (TicketImportRow.Read(reader) is { } said)
            {
                read.Add((line.Number, reader, said));
            }
            else
            {
                bad.Add(new RejectedRow(line.Number, reader.Reason));
            }
        }

        var named = read.ConvertAll(line => line.Said.Kind);
        var found = await cards.Find(CardsOf(lines), cancellation);
        var known = new ColumnReferences<TicketKind>(await kinds.Find(named.Ids(), named.Names(), cancellation), kind => kind.Id, kind => kind.Name);
        var (good, now) = (new List<NewTicket>(read.Count), clock.Now);
        foreach (var (number, reader, line) in read)
        {
            if (Decide(line, reader, found.GetValueOrDefault(line.Card), [.. known.Of(line.Kind).Where(kind => !kind.IsWithdrawn)], now) is { } ticket)
            {
                good.Add(ticket);
            }
            else
            {
                bad.Add(new RejectedRow(number, reader.Reason));
            }
        }

        return new(good, [.. bad.OrderBy(line => line.Number)], []);
    }

    /// <summary>Returns the distinct cards of some rows.</summary>
    public static IReadOnlyCollection<CardNumber> CardsOf(IEnumerable<ImportRow> lines) =>
        [.. lines.Where(line => line.Error is null).Select(line => CardNumber.TryParse(line["card"], out var number) ? number : null).OfType<CardNumber>().Distinct()];

    private static NewTicket? Decide(TicketImportRow line, LineReader reader, Card? card, IReadOnlyList<TicketKind> kinds, Moment now)
    {
        var kind = kinds.Count == 1 ? kinds[0] : null;
        var lastDay = line.ValidThrough ?? kind?.LastDay(now.Today);
        reader.Require("kind", kinds.Count > 0, "no ticket kind has this id or name, or it is withdrawn.");
        reader.Require("kind", kinds.Count < 2, "several ticket kinds have this name. Use the id.");
        reader.Require("card", card is { State: not CardState.Closed }, "the card does not exist or is closed.");
        reader.Require("validThrough", !(lastDay < now.Today), "it must not be in the past.");
        return reader.Any ? null : new NewTicket(kind!, card!, line.Pieces, lastDay!.Value);
    }
}
