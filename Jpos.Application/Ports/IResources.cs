namespace Jpos.Application.Ports;

/// <summary>The rows of a resource of the back office, found by their ids.</summary>
public interface IResources<TRow>
    where TRow : class
{
    /// <summary>Null if there is none.</summary>
    Task<TRow?> Find(long id, CancellationToken cancellation);

    /// <summary>Adds a row. It has its id afterwards.</summary>
    Task Add(TRow row, CancellationToken cancellation);

    /// <summary>Sorted by id.</summary>
    /// <param name="after">Those that follow this id; null for the first.</param>
    /// <param name="isNewestFirst">The highest ids come first.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<TRow>> List(long? after, bool isNewestFirst, int most, CancellationToken cancellation);
}
