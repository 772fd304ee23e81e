namespace Jpos.Application.Ports;

/// <summary>A file to import.</summary>
public interface IImportFile : IDisposable
{
    /// <summary>The SHA-256 of the whole file.</summary>
    byte[] Digest { get; }

    /// <summary>The canonical name of the file's charset.</summary>
    string Charset { get; }

    /// <summary>The number of lines after the header.</summary>
    int Lines { get; }

    /// <summary>Creates an empty key index for a dry run, on disk like the file.</summary>
    IImportKeyIndex MakeMemory();

    /// <summary>Returns the lines after the header and the given number of lines, one at a time, including blank lines.</summary>
    IEnumerable<ImportRow> After(int rows);
}
