using Jpos.Domain.Imports;

namespace Jpos.Application.Ports;

public interface IImports
{
    /// <summary>Null if there is none.</summary>
    Task<Import?> Find(long id, CancellationToken cancellation);

    /// <summary>The import of a file; null if it never began.</summary>
    Task<Import?> Find(ImportKind kind, byte[] digest, CancellationToken cancellation);

    /// <summary>Adds an import. It has its id afterwards.</summary>
    Task Add(Import import, CancellationToken cancellation);

    /// <summary>Writes bad lines, and whatever was added for the good ones.</summary>
    Task Write(IEnumerable<ImportError> faults, CancellationToken cancellation);

    /// <summary>The newest first.</summary>
    /// <param name="before">Those with lower ids; null for the newest.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Import>> List(long? before, int most, CancellationToken cancellation);

    /// <summary>The bad lines of an import, by their number.</summary>
    /// <param name="id">The import.</param>
    /// <param name="after">Those after this line; null for the first.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<ImportError>> Faults(long id, int? after, int most, CancellationToken cancellation);
}
