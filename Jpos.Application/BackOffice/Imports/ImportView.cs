using System.Globalization;
using Jpos.Application.Ports;
using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>How far a file has been brought in.</summary>
/// <param name="Id">What it is found by.</param>
/// <param name="Kind">What its lines are.</param>
/// <param name="Digest">SHA-256 of the file, hexadecimal.</param>
/// <param name="Lines">How many lines it has after the header: each is good, bad or blank.</param>
/// <param name="LinesDone">How many of them are done.</param>
/// <param name="Good">How many lines were brought in.</param>
/// <param name="Bad">How many were not; a bad record counts with all of its lines.</param>
/// <param name="Blank">How many of the lines that are done have nothing but commas and blanks.</param>
/// <param name="StartedAt">When it began, UTC.</param>
/// <param name="EndedAt">When its last line was done, UTC; null until then: send the same file again, and it goes on.</param>
public sealed record ImportView(long Id, ImportKind Kind, string Digest, int Lines, int LinesDone, int Good, int Bad, int Blank, DateTime StartedAt, DateTime? EndedAt)
{
    public static ImportView Of(Import import) => new(
        import.Id, import.Kind, Convert.ToHexStringLower(import.Digest), import.Lines, import.LinesDone, import.Good, import.Bad, import.LinesDone - import.Good - import.Bad, import.StartedAt, import.EndedAt);

    public static string Subject(long id) => string.Create(CultureInfo.InvariantCulture, $"imports/{id}");
}

/// <summary>What would come of a file. Nothing of it was written.</summary>
/// <param name="Kind">What its lines are.</param>
/// <param name="Digest">SHA-256 of the file, hexadecimal.</param>
/// <param name="Lines">How many lines it has after the header: each is good, bad or blank.</param>
/// <param name="Good">How many lines would be brought in.</param>
/// <param name="Bad">How many would not; a bad record counts with all of its lines.</param>
/// <param name="Blank">How many have nothing but commas and blanks.</param>
/// <param name="Faults">The first of those, by their number, at most 1000.</param>
public sealed record DryRunView(ImportKind Kind, string Digest, int Lines, int Good, int Bad, int Blank, IReadOnlyList<ImportFaultView> Faults)
{
    /// <summary>So many are answered at once.</summary>
    public const int MostFaults = 1000;

    public static DryRunView Of(ImportKind kind, IImportFile file, LineCount count, IReadOnlyList<ImportFaultView> faults) =>
        new(kind, Convert.ToHexStringLower(file.Digest), file.Lines, count.Good, count.Bad, count.Blank, faults);
}

/// <summary>Why a record was not brought in, or would not be.</summary>
/// <param name="Line">The number of its first line in the file; the header is 1.</param>
/// <param name="LastLine">The number of its last line: the same, unless a field in quotes has line breaks.</param>
/// <param name="Reason">What is wrong with it, column by column; it repeats nothing that the record says.</param>
public sealed record ImportFaultView(int Line, int LastLine, string Reason)
{
    public static ImportFaultView Of(ImportFault fault) => new(fault.Line, fault.LastLine, fault.Reason);
}
