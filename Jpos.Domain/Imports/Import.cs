namespace Jpos.Domain.Imports;

/// <summary>The progress of an import. The same file is the same import, whoever sends it and however often. A continued import keeps its first charset, so that all its rows have one.</summary>
public sealed class Import
{
    public const int DigestBytes = 32;
    public const int LongestCharset = 20;

    private Import()
    {
    }

    /// <param name="kind">The kind of its rows.</param>
    /// <param name="digest">The SHA-256 of the file.</param>
    /// <param name="charset">The charset of the file.</param>
    /// <param name="lines">The number of rows after its header.</param>
    /// <param name="startedAt">When it began, UTC.</param>
    public Import(ImportKind kind, byte[] digest, string charset, int lines, DateTime startedAt)
    {
        Kind = kind;
        Digest = digest;
        Charset = charset;
        Lines = lines;
        StartedAt = startedAt;
    }

    public long Id { get; private set; }

    public ImportKind Kind { get; private set; }

    public byte[] Digest { get; private set; } = [];

    /// <summary>The charset of the file.</summary>
    public string Charset { get; private set; } = "";

    public int Lines { get; private set; }

    /// <summary>The number of finished rows. A continued import begins after them.</summary>
    public int LinesDone { get; private set; }

    /// <summary>The number of accepted rows.</summary>
    public int Accepted { get; private set; }

    /// <summary>The number of rejected rows. Each has an <see cref="ImportError"/>.</summary>
    public int Rejected { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>The time at which its last row was finished, UTC; null until then.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Records more finished rows.</summary>
    /// <param name="through">The last of them.</param>
    /// <param name="good">The number of accepted rows.</param>
    /// <param name="bad">The number of rejected rows.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rows are already finished, or the file has fewer rows.</exception>
    public void Advance(int through, int good, int bad, DateTime now)
    {
        if (through <= LinesDone || through > Lines)
        {
            throw new ArgumentOutOfRangeException(nameof(through), "An import goes on line by line, to its last one.");
        }

        LinesDone = through;
        Accepted += good;
        Rejected += bad;
        EndedAt = through == Lines ? now : null;
    }
}
