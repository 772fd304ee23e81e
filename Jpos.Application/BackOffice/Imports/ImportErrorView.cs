using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>The error of a record that an import rejected, or would reject.</summary>
/// <param name="Line">The number of the record's first line in the file; the header is line 1.</param>
/// <param name="LastLine">The number of the record's last line. It differs from the first only if a quoted field contains line breaks.</param>
/// <param name="Reason">The errors of the record, column by column. The text never repeats values of the record.</param>
public sealed record ImportErrorView(int Line, int LastLine, string Reason)
{
    public static ImportErrorView Of(ImportError fault) => new(fault.Line, fault.LastLine, fault.Reason);
}
