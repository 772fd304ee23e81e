using System.Runtime.CompilerServices;

namespace Jpos.Application.BackOffice.Exports;

/// <summary>Exports the movements of a card in a period, with the balance after each; null if the caller sees no such card.</summary>
/// <param name="Caller">The caller.</param>
/// <param name="Card">The card.</param>
/// <param name="From">The beginning of the period, UTC.</param>
/// <param name="To">The end of the period, exclusive, UTC.</param>
public sealed record ExportStatement(Caller Caller, CardNumber Card, DateTime From, DateTime To) : IRequest<ExportTable?>;

public sealed class ExportStatementHandler(ICards cards, IJournalQueries journal, IExportReader reads, ExportZone zones) : IRequestHandler<ExportStatement, ExportTable?>
{
    private static readonly string[] Columns =
        ["at", "businessDay", "serial", "operation", "isReversal", "store", "terminal", "account", "lot", "points", "balance", "ticket", "pieces"];

    public async Task<ExportTable?> Handle(ExportStatement request, CancellationToken cancellationToken) =>
        !request.Caller.IsStoreScoped && await cards.Find(request.Card, cancellationToken) is { } card ? new ExportTable("statement", Columns, Rows(card, request, cancellationToken)) { Instants = ["at"], Zone = zones.OfProgramme } : null;

    private async IAsyncEnumerable<IReadOnlyList<object?>> Rows(Card card, ExportStatement request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var balance = await reads.Read(stop => journal.MovedBefore(card.AccountId, request.From, stop), cancellation);
        yield return [request.From, null, null, "opening", null, null, null, null, null, null, balance.ToDecimal(), null, null];
        var after = (TimeCursor?)null;
        while (true)
        {
            var some = await reads.Read(stop => journal.Movements(card.AccountId, request.From, request.To, after, ExportTable.ChunkSize, stop), cancellation);
            foreach (var entry in some)
            {
                object?[] about =
                    [entry.At, entry.BusinessDay, entry.Serial.ToString(), ExportTable.Word(entry.Operation), entry.IsReversal, entry.Store?.Value, entry.Terminal?.Value];
                foreach (var posting in entry.Postings.OrderBy(posting => posting.Line))
                {
                    balance += posting.Amount;
                    yield return [.. about, ExportTable.Word(posting.Programme), ExportTable.Id(posting.LotId), posting.Amount.ToDecimal(), balance.ToDecimal(), null, null];
                }

                foreach (var movement in entry.TicketMovements)
                {
                    yield return [.. about, null, null, null, balance.ToDecimal(), ExportTable.Id(movement.TicketId), movement.Pieces];
                }
            }

            if (some.Count < ExportTable.ChunkSize)
            {
                yield break;
            }

            after = new TimeCursor(some[^1].At, some[^1].Serial.Value);
        }
    }
}
