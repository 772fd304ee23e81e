namespace Jpos.Application.BackOffice.Imports;

/// <summary>Brings in some lines of a file, whole or not at all, and how far the import is with them. Lines that are done already are left out.</summary>
/// <param name="Import">The import.</param>
/// <param name="Lines">Some lines, with none missing between them and those that are done.</param>
public abstract record ImportLines(long Import, IReadOnlyList<ImportRow> Lines) : Command<ImportView>;
