namespace Jpos.Domain.Imports;

/// <summary>Why a line was not brought in. Nothing of what the line says is repeated, so that nobody's card or document is in it.</summary>
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

    /// <summary>The number of the record's first line in the file; the header is 1.</summary>
    public int Line { get; private set; }

    /// <summary>The number of the record's last line.</summary>
    public int LastLine { get; private set; }

    /// <summary>For each column that is to blame what is wrong with it.</summary>
    public string Reason { get; private set; } = "";
}
