using System.Globalization;
using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>How far a file has been brought in.</summary>
/// <param name="Id">What it is found by.</param>
/// <param name="Kind">What its lines are.</param>
/// <param name="Digest">SHA-256 of the file, hexadecimal.</param>
/// <param name="Lines">How many lines it has after the header: each is good, bad or blank.</param>
/// <param name="LinesDone">How many of them are done.</param>
/// <param name="Accepted">How many lines were brought in.</param>
/// <param name="Rejected">How many were not; a bad record counts with all of its lines.</param>
/// <param name="Blank">How many of the lines that are done have nothing but commas and blanks.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="EndedAt">When its last line was done, UTC; null until then: send the same file again, and it goes on.</param>
public sealed record ImportView(long Id, ImportKind Kind, string Digest, int Lines, int LinesDone, int Accepted, int Rejected, int Blank, DateTime StartedAt, DateTime? EndedAt)
{
    public static ImportView Of(Import import) => new(
        import.Id, import.Kind, Convert.ToHexStringLower(import.Digest), import.Lines, import.LinesDone, import.Accepted, import.Rejected, import.LinesDone - import.Accepted - import.Rejected, import.StartedAt, import.EndedAt);

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"imports/{id}");
}
