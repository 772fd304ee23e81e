using Jpos.Application.BackOffice.Cards;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Decides on lines of members, many at once. Who has a document that a member has is that member, and is not added again; nobody else can be told from another.</summary>
public sealed class MemberImport(IMembers members)
{
    public static ImportColumns Columns => MemberImportRow.Columns;

    /// <param name="lines">The lines, in the order of the file.</param>
    /// <param name="earlier">What the lines before would have added, if nobody has added it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ImportDecision<Member>> Decide(IReadOnlyList<ImportRow> lines, IImportKeyIndex earlier, CancellationToken cancellation)
    {
        var (read, bad) = (new List<(int Number, MemberProfile Profile)>(), new List<RejectedRow>());
        foreach (var line in lines)
        {
            var reader = new LineReader(line);
            var profile = reader.Any ? null : MemberImportRow.Read(line, reader);
            if (profile is not null && !reader.Any)
            {
                read.Add((line.Number, profile));
            }
            else
            {
                bad.Add(new RejectedRow(line.Number, reader.Reason));
            }
        }

        var documents = read.Select(line => line.Profile.Document).OfType<IdentityDocument>().Distinct().ToList();
        var known = new HashSet<IdentityDocument>(await members.Known(documents, cancellation));
        var before = earlier.Known([.. documents.Select(LineKeys.Of)]);
        var (good, added) = (new List<Member>(read.Count), new List<string>());
        foreach (var (number, profile) in read)
        {
            if (profile.Document is { } document && (before.Contains(LineKeys.Of(document)) || !known.Add(document)))
            {
                bad.Add(new RejectedRow(number, $"idNumber: {OneMemberPerDocument.Reason}"));
                continue;
            }

            good.Add(new Member(profile));
            if (profile.Document is { } bound)
            {
                added.Add(LineKeys.Of(bound));
            }
        }

        return new(good, [.. bad.OrderBy(line => line.Number)], added);
    }
}
