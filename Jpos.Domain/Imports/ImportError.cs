namespace Jpos.Domain.Imports;

/// <summary>The reason why a row was rejected. It repeats no value of the row, so it contains no card number or document.</summary>
public sealed class ImportError
{
    public const int LongestReason = 1000;

    private ImportError()
    {
    }

    public ImportError(long importId, int line, int lastLine, string reason)
    {
        ImportId = importId;
        Line = line;
        LastLine = lastLine;
        Reason = reason.Length > LongestReason ? reason[..LongestReason] : reason;
    }

    public long ImportId { get; private set; }

    /// <summary>The number of the row's first line in the file; the header is line 1.</summary>
    public int Line { get; private set; }

    /// <summary>The number of the row's last line.</summary>
    public int LastLine { get; private set; }

    /// <summary>The invalid columns, each with its reason.</summary>
    public string Reason { get; private set; } = "";
}
