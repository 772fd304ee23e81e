using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>What would come of a file. Nothing of it was written.</summary>
/// <param name="Kind">What its lines are.</param>
/// <param name="Digest">SHA-256 of the file, hexadecimal.</param>
/// <param name="Lines">How many lines it has after the header: each is good, bad or blank.</param>
/// <param name="Accepted">How many lines would be brought in.</param>
/// <param name="Rejected">How many would not; a bad record counts with all of its lines.</param>
/// <param name="Blank">How many have nothing but commas and blanks.</param>
/// <param name="Errors">The first of those, by their number, at most 1000.</param>
public sealed record DryRunView(ImportKind Kind, string Digest, int Lines, int Accepted, int Rejected, int Blank, IReadOnlyList<ImportErrorView> Errors)
{
    /// <summary>So many are answered at once.</summary>
    public const int MostFaults = 1000;

    public static DryRunView Of(ImportKind kind, IImportFile file, LineCount count, IReadOnlyList<ImportErrorView> faults) =>
        new(kind, Convert.ToHexStringLower(file.Digest), file.Lines, count.Accepted, count.Rejected, count.Blank, faults);
}
