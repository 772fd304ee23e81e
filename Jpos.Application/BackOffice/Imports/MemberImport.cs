using Jpos.Application.BackOffice.Cards;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Validates rows of members in bulk. A row with the document of an existing member adds no second one. Without a document, members cannot be matched.</summary>
public sealed class MemberImport(IMembers members)
{
    public static ImportColumns Columns => MemberImportRow.Columns;

    /// <param name="lines">The rows, in the order of the file.</param>
    /// <param name="earlier">The keys that earlier rows of a dry run would have added.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task<ImportDecision<MemberProfile>> Decide(IReadOnlyList<ImportRow> lines, IImportKeyIndex earlier, CancellationToken cancellation)
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
        var (good, added) = (new List<MemberProfile>(read.Count), new List<string>());
        foreach (var (number, profile) in read)
        {
            if (profile.Document is { } document && (before.Contains(LineKeys.Of(document)) || !known.Add(document)))
            {
                bad.Add(new RejectedRow(number, $"idNumber: {OneMemberPerDocument.Reason}"));
                continue;
            }

            good.Add(profile);
            if (profile.Document is { } bound)
            {
                added.Add(LineKeys.Of(bound));
            }
        }

        return new(good, [.. bad.OrderBy(line => line.Number)], added);
    }
}
