using Jpos.Application.BackOffice.Cards;
using Jpos.Application.Messages;
using Jpos.Application.Ports;
using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>A card of a line, with the points that it brings along. Nobody has added it yet.</summary>
public sealed record NewCard(Card Card, Points OpeningBalance);

/// <summary>Decides on lines of cards, many at once and by the same rules as on single cards.</summary>
public sealed class CardLines(ICards cards, ICardProducts products, IMembers members, ProgrammeClock clock)
{
    public static ImportColumns Columns => CardLine.Columns;

    /// <param name="lines">The lines, in the order of the file.</param>
    /// <param name="earlier">Cards of the lines before, if nobody has added them; they are joined by those of these lines.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Decided<NewCard>> Decide(IReadOnlyList<FileLine> lines, Dictionary<CardNumber, Card> earlier, CancellationToken cancellation)
    {
        var (read, bad) = (new List<(int Number, CardLine Line)>(), new List<BadLine>());
        foreach (var line in lines)
        {
            var reader = new LineReader(line);
            if (CardLine.Read(line, reader) is { } said)
            {
                read.Add((line.Number, said));
            }
            else
            {
                bad.Add(new BadLine(line.Number, reader.Reason));
            }
        }

        var known = await Load(read.ConvertAll(line => line.Line), earlier, cancellation);
        var (good, now) = (new List<NewCard>(read.Count), clock.Now);
        foreach (var (number, line) in read)
        {
            if (known.Decide(line, now, out var card) is { } problem)
            {
                bad.Add(new BadLine(number, $"{problem.Field}: {problem.Detail}"));
            }
            else
            {
                good.Add(new NewCard(card!, line.OpeningBalance));
            }
        }

        return new(good, [.. bad.OrderBy(line => line.Number)]);
    }

    private async Task<Known> Load(List<CardLine> lines, Dictionary<CardNumber, Card> earlier, CancellationToken cancellation)
    {
        var named = lines.Select(line => line.Number).Concat(lines.Select(line => line.SameMemberAs).OfType<CardNumber>()).Where(number => !earlier.ContainsKey(number)).Distinct().ToList();
        foreach (var (number, card) in await cards.Find(named, cancellation))
        {
            earlier.Add(number, card);
        }

        var namedProducts = lines.ConvertAll(line => line.Product);
        return new Known(
            earlier,
            new(await products.Find(namedProducts.Ids(), namedProducts.Names(), cancellation), product => product.Id, product => product.Name),
            (await members.Find([.. lines.Select(line => line.Member).OfType<long>().Distinct()], cancellation)).ToDictionary(member => member.Id));
    }

    /// <summary>What the lines name and there is.</summary>
    private sealed record Known(Dictionary<CardNumber, Card> Cards, References<CardProduct> Products, Dictionary<long, Member> Members)
    {
        /// <summary>Makes the card of a line, which is known to the next lines, or says why there is none.</summary>
        public Problem? Decide(CardLine line, Moment now, out Card? card)
        {
            card = null;
            var named = Products.Of(line.Product);
            if (named.Count > 1)
            {
                return new Problem(Failure.Invalid, "There are several card products with this name: say which by its id.", "product");
            }

            var product = named.SingleOrDefault();
            if (CardIssuing.Refuse(line.Number, Cards.ContainsKey(line.Number), product, line.ExpiresOn, now) is { } problem)
            {
                return problem;
            }

            if (FindMember(line, out var member) is { } nobody)
            {
                return nobody;
            }

            card = CardIssuing.Make(line.Number, product!, member, line.ExpiresOn);
            Cards.Add(line.Number, card);
            return null;
        }

        private Problem? FindMember(CardLine line, out Member? member)
        {
            member = line.NewMember is { } profile ? new Member(profile)
                : line.SameMemberAs is { } other ? Cards.GetValueOrDefault(other)?.Member
                : line.Member is { } id ? Members.GetValueOrDefault(id)
                : null;
            return (member, line) switch
            {
                (null, { Member: not null }) => new Problem(Failure.Invalid, "There is no such member.", "member"),
                (null, { SameMemberAs: not null }) => new Problem(Failure.Invalid, "There is no such card on a line before, or it belongs to nobody.", "sameMemberAs"),
                _ => null,
            };
        }
    }
}
