using Jpos.Domain.Imports;

namespace Jpos.Application.Ports;

public interface IImports
{
    /// <summary>Returns an import; null if it does not exist.</summary>
    Task<Import?> Find(long id, CancellationToken cancellation);

    /// <summary>Returns the import of a file; null if it was never begun.</summary>
    Task<Import?> Find(ImportKind kind, byte[] digest, CancellationToken cancellation);

    /// <summary>Adds an import. Afterwards it has its id.</summary>
    Task Add(Import import, CancellationToken cancellation);

    /// <summary>Writes rejected lines together with the rows that the accepted lines added.</summary>
    Task Write(IEnumerable<ImportError> faults, CancellationToken cancellation);

    /// <summary>Returns imports, the newest first.</summary>
    /// <param name="before">The cursor: the last id of the previous page; null for the first page.</param>
    /// <param name="most">The most imports to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<Import>> List(long? before, int most, CancellationToken cancellation);

    /// <summary>Returns the rejected lines of an import by line number.</summary>
    /// <param name="id">The import's id.</param>
    /// <param name="after">The cursor: the last line of the previous page; null for the first page.</param>
    /// <param name="most">The most lines to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<ImportError>> Faults(long id, int? after, int most, CancellationToken cancellation);
}
