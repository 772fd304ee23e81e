using System.Text;

namespace Jpos.Application.Ports;

public interface IImportFiles
{
    /// <summary>Copies a file until it is disposed of, and validates it as a whole: its encoding, its CSV syntax and its columns.</summary>
    /// <returns>The file, or the error of the whole file.</returns>
    Task<(IImportFile? File, string? Error)> Keep(Stream file, ImportColumns columns, Encoding encoding, CancellationToken cancellation);
}
