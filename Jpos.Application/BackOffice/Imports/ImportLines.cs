namespace Jpos.Application.BackOffice.Imports;

/// <summary>Imports some rows of a file atomically, together with the progress of the import. Rows that were processed before are skipped.</summary>
/// <param name="Import">The import's id.</param>
/// <param name="Lines">Some rows, without a gap after the processed ones.</param>
public abstract record ImportLines(long Import, IReadOnlyList<ImportRow> Lines) : Command<ImportView>;
