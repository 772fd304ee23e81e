using Jpos.Domain.Imports;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>Why a record was not brought in, or would not be.</summary>
/// <param name="Line">The number of its first line in the file; the header is 1.</param>
/// <param name="LastLine">The number of its last line: the same, unless a field in quotes has line breaks.</param>
/// <param name="Reason">What is wrong with it, column by column; it repeats nothing that the record says.</param>
public sealed record ImportErrorView(int Line, int LastLine, string Reason)
{
    public static ImportErrorView Of(ImportError fault) => new(fault.Line, fault.LastLine, fault.Reason);
}
