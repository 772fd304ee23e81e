namespace Jpos.Domain.Imports;

/// <summary>How far a file has been brought in. The same file is the same import, whoever sends it and however often; it goes on in the charset that it began in, or its lines would be of two.</summary>
public sealed class Import
{
    public const int DigestBytes = 32;
    public const int LongestCharset = 20;

    private Import()
    {
    }

    /// <param name="kind">What its lines are.</param>
    /// <param name="digest">SHA-256 of the file.</param>
    /// <param name="charset">The charset that its bytes are read in.</param>
    /// <param name="lines">How many lines follow its header.</param>
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

    /// <summary>The charset that its bytes are read in.</summary>
    public string Charset { get; private set; } = "";

    public int Lines { get; private set; }

    /// <summary>How many of its lines are done: whoever goes on begins after them.</summary>
    public int LinesDone { get; private set; }

    /// <summary>How many of those were brought in.</summary>
    public int Accepted { get; private set; }

    /// <summary>How many of those were not: each has an <see cref="ImportError"/>.</summary>
    public int Rejected { get; private set; }

    public DateTime StartedAt { get; private set; }

    /// <summary>When its last line was done, UTC; null until then.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Some more lines are done.</summary>
    /// <param name="through">The last of them.</param>
    /// <param name="good">How many of them were brought in.</param>
    /// <param name="bad">How many were not.</param>
    /// <param name="now">The instant, UTC.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are done already, or the file has not got so many.</exception>
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
