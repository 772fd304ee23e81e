namespace Jpos.Application.Ports;

/// <summary>The rows of a resource of the back office. Each has an id.</summary>
public interface IResources<TRow>
    where TRow : class
{
    /// <summary>Returns a row; null if it does not exist.</summary>
    Task<TRow?> Find(long id, CancellationToken cancellation);

    /// <summary>Adds a row. Afterwards it has its id.</summary>
    Task Add(TRow row, CancellationToken cancellation);

    /// <summary>Returns rows sorted by id.</summary>
    /// <param name="after">The cursor: the last id of the previous page; null for the first page.</param>
    /// <param name="isNewestFirst">Whether the highest ids come first.</param>
    /// <param name="most">The most rows to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<TRow>> List(long? after, bool isNewestFirst, int most, CancellationToken cancellation);
}
