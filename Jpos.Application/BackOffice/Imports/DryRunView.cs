using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>The result of a dry run, which wrote nothing.</summary>
/// <param name="Kind">The kind of the file.</param>
/// <param name="Digest">The SHA-256 of the file, hexadecimal.</param>
/// <param name="Lines">The number of lines after the header. Each line is accepted, rejected or blank.</param>
/// <param name="Accepted">The number of lines that an import would accept.</param>
/// <param name="Rejected">The number of lines that an import would reject. A rejected record counts with all its lines.</param>
/// <param name="Blank">The number of lines that contain only commas and spaces.</param>
/// <param name="Errors">The first 1000 errors, by line number.</param>
public sealed record DryRunView(ImportKind Kind, string Digest, int Lines, int Accepted, int Rejected, int Blank, IReadOnlyList<ImportErrorView> Errors)
{
    /// <summary>The most errors in one answer.</summary>
    public const int MostFaults = 1000;

    public static DryRunView Of(ImportKind kind, IImportFile file, LineCount count, IReadOnlyList<ImportErrorView> faults) =>
        new(kind, Convert.ToHexStringLower(file.Digest), file.Lines, count.Accepted, count.Rejected, count.Blank, faults);
}
