using System.Globalization;
using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>The progress of an import.</summary>
/// <param name="Id">The id, unique in the host.</param>
/// <param name="Kind">The kind of the file.</param>
/// <param name="Digest">The SHA-256 of the file, hexadecimal.</param>
/// <param name="Lines">The number of lines after the header. Each line is accepted, rejected or blank.</param>
/// <param name="LinesDone">The number of processed lines.</param>
/// <param name="Accepted">The number of accepted lines.</param>
/// <param name="Rejected">The number of rejected lines. A rejected record counts with all its lines.</param>
/// <param name="Blank">The number of processed lines that contain only commas and spaces.</param>
/// <param name="StartedAt">The time at which the import began, UTC.</param>
/// <param name="EndedAt">The time at which the last line was processed, UTC; null until then. To resume an interrupted import, send the same file again.</param>
public sealed record ImportView(long Id, ImportKind Kind, string Digest, int Lines, int LinesDone, int Accepted, int Rejected, int Blank, DateTime StartedAt, DateTime? EndedAt)
{
    public static ImportView Of(Import import) => new(
        import.Id, import.Kind, Convert.ToHexStringLower(import.Digest), import.Lines, import.LinesDone, import.Accepted, import.Rejected, import.LinesDone - import.Accepted - import.Rejected, import.StartedAt, import.EndedAt);

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"imports/{id}");
}
