using Jpos.Application.BackOffice.Cards;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>What lines of cards name and there is.</summary>
/// <param name="cards">Cards by their number, joined by those of the lines.</param>
/// <param name="products">Card products.</param>
/// <param name="members">Members by their id.</param>
/// <param name="documents">Documents that members have, joined by those of the lines.</param>
/// <param name="earlier">Keys of what earlier lines would have added.</param>
internal sealed class CardLookups(
    Dictionary<CardNumber, Card> cards, ColumnReferences<CardProduct> products, Dictionary<long, Member> members, HashSet<IdentityDocument> documents, IReadOnlySet<string> earlier)
{
    private readonly List<string> added = [];

    /// <summary>The keys of what the lines add.</summary>
    public IReadOnlyCollection<string> Added => added;

    /// <summary>Makes the card of a line, which is known to the next ones, or says why there is none.</summary>
    public Problem? Decide(CardImportRow line, Moment now, out Card? card)
    {
        card = null;
        var named = products.Of(line.Product);
        if (named.Count > 1)
        {
            return new Problem(FailureKind.Invalid, "There are several card products with this name: say which by its id.", "product");
        }

        var product = named.SingleOrDefault();
        var isTaken = cards.ContainsKey(line.Number) || earlier.Contains(LineKeys.Of(line.Number));
        if (CardIssuing.Refuse(line.Number, isTaken, product, line.ExpiresOn, now) is { } problem)
        {
            return problem.Field is "expiresOn" ? problem with { Field = "cardExpiresOn" } : problem;
        }

        if (FindMember(line, out var member) is { } nobody)
        {
            return nobody;
        }

        card = CardIssuing.Make(line.Number, product!, member, line.ExpiresOn);
        cards.Add(line.Number, card);
        added.Add(LineKeys.Of(line.Number));
        if (member is not null)
        {
            added.Add(LineKeys.OfOwned(line.Number));
        }

        if (line.NewMember?.Document is { } document)
        {
            documents.Add(document);
            added.Add(LineKeys.Of(document));
        }

        return null;
    }

    private Problem? FindMember(CardImportRow line, out Member? member)
    {
        member = line.NewMember is { } profile ? new Member(profile)
            : line.SameMemberAs is { } other ? OwnerOf(other)
            : line.Member is { } id ? members.GetValueOrDefault(id)
            : null;
        return (member, line) switch
        {
            (null, { Member: not null }) => new Problem(FailureKind.Invalid, "There is no such member.", "member"),
            (null, { SameMemberAs: not null }) => new Problem(FailureKind.Invalid, "There is no such card on a line before, or it belongs to nobody.", "sameMemberAs"),
            (_, { NewMember.Document: { } document }) when documents.Contains(document) || earlier.Contains(LineKeys.Of(document)) => new Problem(FailureKind.Conflict, OneMemberPerDocument.Reason, "idNumber"),
            _ => null,
        };
    }

    /// <summary>Returns who has a card; in a dry run somebody for whom nobody has been added yet.</summary>
    private Member? OwnerOf(CardNumber number) => cards.TryGetValue(number, out var card) ? card.Member
        : earlier.Contains(LineKeys.OfOwned(number)) ? new Member(new("", Grade.Green))
        : null;
}
