using Jpos.Application.BackOffice.Cards;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Existing rows that the rows of an import refer to.</summary>
/// <param name="owners">The members of cards, by the number of the card; null for a card without one. New cards of the rows are added.</param>
/// <param name="products">The card products.</param>
/// <param name="members">The members by id.</param>
/// <param name="documents">The documents of members; new ones of the rows are added.</param>
/// <param name="newMember">Creates a member.</param>
/// <param name="earlier">The keys that earlier rows would have added.</param>
internal sealed class CardLookups(
    Dictionary<CardNumber, Member?> owners, ColumnReferences<CardProduct> products, Dictionary<long, Member> members, HashSet<IdentityDocument> documents, Func<MemberProfile, Member> newMember, IReadOnlySet<string> earlier)
{
    private readonly List<string> added = [];

    /// <summary>The keys that the rows add.</summary>
    public IReadOnlyCollection<string> Added => added;

    /// <summary>Creates the card of a row and adds it to the lookups, or returns why the row is rejected.</summary>
    public Problem? Decide(CardImportRow line, Moment now, out NewCard? card)
    {
        card = null;
        var named = products.Of(line.Product);
        if (named.Count > 1)
        {
            return new Problem(FailureKind.Invalid, "Several card products have this name. Use the id.", "product");
        }

        var product = named.SingleOrDefault();
        var isTaken = owners.ContainsKey(line.Number) || earlier.Contains(LineKeys.Of(line.Number));
        if (CardIssuing.Refuse(line.Number, isTaken, product, line.ExpiresOn, now) is { } problem)
        {
            return problem.Field is "expiresOn" ? problem with { Field = "cardExpiresOn" } : problem;
        }

        if (FindMember(line, out var member) is { } nobody)
        {
            return nobody;
        }

        card = new NewCard(line.Number, product!, member, line.ExpiresOn, []);
        owners.Add(line.Number, member);
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
        member = line.NewMember is { } profile ? newMember(profile)
            : line.SameMemberAs is { } other ? OwnerOf(other)
            : line.Member is { } id ? members.GetValueOrDefault(id)
            : null;
        return (member, line) switch
        {
            (null, { Member: not null }) => new Problem(FailureKind.Invalid, "No member has this id.", "member"),
            (null, { SameMemberAs: not null }) => new Problem(FailureKind.Invalid, "No earlier card has this number, or that card has no member.", "sameMemberAs"),
            (_, { NewMember.Document: { } document }) when documents.Contains(document) || earlier.Contains(LineKeys.Of(document)) => new Problem(FailureKind.Conflict, OneMemberPerDocument.Reason, "idNumber"),
            _ => null,
        };
    }

    /// <summary>Returns the member of a card. In a dry run it may be a placeholder for a member that was not added.</summary>
    private Member? OwnerOf(CardNumber number) => owners.TryGetValue(number, out var owner) ? owner
        : earlier.Contains(LineKeys.OfOwned(number)) ? newMember(new("", Grade.Green))
        : null;
}
