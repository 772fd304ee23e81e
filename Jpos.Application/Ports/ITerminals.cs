using Jpos.Domain.Terminals;

namespace Jpos.Application.Ports;

public interface ITerminals
{
    /// <summary>
    /// Returns the terminal with its newest batch; null if it does not exist. In a unit of work that writes, the terminal is locked until the unit ends.
    /// </summary>
    /// <param name="number">The terminal's number.</param>
    /// <param name="withKeys">Whether to include the working keys.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<Terminal?> Find(TerminalNumber number, bool withKeys, CancellationToken cancellation);

    void Add(Terminal terminal);

    /// <summary>Returns terminals sorted by number, each with its newest batch.</summary>
    /// <param name="after">The cursor: the last number of the previous page; null for the first page.</param>
    /// <param name="stores">Only rows of these stores; empty for all.</param>
    /// <param name="most">The most terminals to return.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    Task<IReadOnlyList<Terminal>> List(TerminalNumber? after, IReadOnlyCollection<StoreNumber> stores, int most, CancellationToken cancellation);
}
