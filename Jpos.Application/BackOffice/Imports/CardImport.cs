using Jpos.Application.BackOffice.Cards;
using Jpos.Application.Time;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Validates rows of cards in bulk, by the rules of single cards.</summary>
public sealed class CardImport(ICards cards, ICardProducts products, IMembers members, ProgrammeClock clock)
{
    public static ImportColumns Columns => CardImportRow.Columns;

    /// <param name="lines">The rows, in the order of the file.</param>
    /// <param name="earlier">The keys that earlier rows of a dry run would have added.</param>
    /// <param name="newMember">Creates a member.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<ImportDecision<NewCard>> Decide(IReadOnlyList<ImportRow> lines, IImportKeyIndex earlier, Func<MemberProfile, Member> newMember, CancellationToken cancellation)
    {
        var (read, bad) = (new List<(ImportRow Line, CardImportRow? Said)>(), new List<RejectedRow>());
        foreach (var line in lines)
        {
            var reader = new LineReader(line);
            read.Add((line, CardImportRow.Read(line, reader)));
            if (read[^1].Said is null)
            {
                bad.Add(new RejectedRow(line.Number, reader.Reason));
            }
        }

        var known = await Load([.. read.Select(line => line.Said).OfType<CardImportRow>()], earlier, newMember, cancellation);
        var (good, now) = (new List<NewCard>(read.Count), clock.Now);
        var (rows, before, badFirst) = (new List<ImportRow>(), default(ImportRow), default(ImportRow));
        foreach (var (line, said) in read)
        {
            if (before is null || !CardRows.Continues(line, before))
            {
                (rows, badFirst) = ([], null);
            }

            before = line;
            var why = said is null ? null
                : badFirst is not null ? CardRows.WithoutFirst(badFirst)
                : (rows.Count > 0 ? CardRows.Refuse(line, rows) : null) ?? CardIssuing.RefuseLot(said.OpeningExpiresOn, now) ?? (rows.Count > 0 ? null : Make(said, known, now, good));
            if (why is not null)
            {
                bad.Add(new RejectedRow(line.Number, why));
            }

            if (said is null || why is not null)
            {
                // A rejected further row is omitted alone, and later rows still belong to the card. After a rejected first row there is no card for later rows.
                badFirst ??= rows.Count == 0 ? line : null;
                continue;
            }

            rows.Add(line);
            if (!said.OpeningBalance.IsZero)
            {
                good[^1].Lots.Add(new OpeningLot(said.OpeningBalance, said.OpeningExpiresOn));
            }
        }

        return new(good, [.. bad.OrderBy(line => line.Number)], known.Added);
    }

    /// <summary>Creates the card of a first row, or returns why it is rejected.</summary>
    private static string? Make(CardImportRow said, CardLookups known, Moment now, List<NewCard> good)
    {
        if (known.Decide(said, now, out var card) is { } problem)
        {
            return $"{problem.Field}: {problem.Detail}";
        }

        good.Add(card!);
        return null;
    }

    private async Task<CardLookups> Load(List<CardImportRow> lines, IImportKeyIndex earlier, Func<MemberProfile, Member> newMember, CancellationToken cancellation)
    {
        var named = lines.Select(line => line.Number).Concat(lines.Select(line => line.SameMemberAs).OfType<CardNumber>()).Distinct().ToList();
        var documents = lines.Select(line => line.NewMember?.Document).OfType<IdentityDocument>().Distinct().ToList();
        var namedProducts = lines.ConvertAll(line => line.Product);
        return new CardLookups(
            (await cards.Find(named, cancellation)).ToDictionary(card => card.Key, card => card.Value.Member),
            new(await products.Find(namedProducts.Ids(), namedProducts.Names(), cancellation), product => product.Id, product => product.Name),
            (await members.Find([.. lines.Select(line => line.Member).OfType<long>().Distinct()], cancellation)).ToDictionary(member => member.Id),
            [.. await members.Known(documents, cancellation)],
            newMember,
            earlier.Known([.. named.Select(LineKeys.Of), .. named.Select(LineKeys.OfOwned), .. documents.Select(LineKeys.Of)]));
    }
}
