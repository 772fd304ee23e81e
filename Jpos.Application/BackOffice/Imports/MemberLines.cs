using Jpos.Application.Ports;
using Jpos.Domain.Cards;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Decides on lines of members, many at once. Who has a document that a member has is that member, and is not added again; nobody else can be told from another.</summary>
public sealed class MemberLines(IMembers members)
{
    public static ImportColumns Columns => MemberLine.Columns;

    /// <param name="lines">The lines, in the order of the file.</param>
    /// <param name="earlier">Documents of the lines before, if nobody has added their members; they are joined by those of these lines.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Decided<Member>> Decide(IReadOnlyList<FileLine> lines, HashSet<IdentityDocument> earlier, CancellationToken cancellation)
    {
        var (read, bad) = (new List<(int Number, MemberProfile Profile)>(), new List<BadLine>());
        foreach (var line in lines)
        {
            var reader = new LineReader(line);
            var profile = reader.Any ? null : MemberLine.Read(line, reader);
            if (profile is not null && !reader.Any)
            {
                read.Add((line.Number, profile));
            }
            else
            {
                bad.Add(new BadLine(line.Number, reader.Reason));
            }
        }

        earlier.UnionWith(await members.Known([.. read.Select(line => line.Profile.Document).OfType<IdentityDocument>().Distinct()], cancellation));
        var good = new List<Member>(read.Count);
        foreach (var (number, profile) in read)
        {
            if (profile.Document is { } document && !earlier.Add(document))
            {
                bad.Add(new BadLine(number, "idNumber: There is a member with this document."));
            }
            else
            {
                good.Add(new Member(profile));
            }
        }

        return new(good, [.. bad.OrderBy(line => line.Number)]);
    }
}
