using System.Text;

namespace Jpos.Application.Ports;

public interface IImportFiles
{
    /// <summary>Keeps a copy of a file until it is disposed of, and looks through all of it: whether it is CSV in the encoding, and has the columns that it is to have.</summary>
    /// <returns>The file, or what is wrong with it as a whole.</returns>
    Task<(IImportFile? File, string? Error)> Keep(Stream file, ImportColumns columns, Encoding encoding, CancellationToken cancellation);
}
