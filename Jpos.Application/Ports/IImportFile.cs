namespace Jpos.Application.Ports;

/// <summary>A file whose lines are to be brought in.</summary>
public interface IImportFile : IDisposable
{
    /// <summary>SHA-256 of all of it.</summary>
    byte[] Digest { get; }

    /// <summary>The name of the charset that its bytes are read in, one for each charset however it was spelled.</summary>
    string Charset { get; }

    /// <summary>How many lines follow its header.</summary>
    int Lines { get; }

    /// <summary>Makes an empty memory for a dry run, which is on disk as the file is.</summary>
    IImportKeyIndex MakeMemory();

    /// <summary>Returns the lines after the header and so many more, one at a time; blank lines are among them.</summary>
    IEnumerable<ImportRow> After(int rows);
}
