using Jpos.Domain.Terminals;

namespace Jpos.Application.Ports;

public interface ITerminals
{
    /// <summary>
    /// The terminal with its newest batch; null if there is none. In a unit of work that writes, no other message of the terminal runs from here to the end of the unit.
    /// </summary>
    /// <param name="number">Its number.</param>
    /// <param name="withKeys">Its working keys come with it.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<Terminal?> Find(TerminalNumber number, bool withKeys, CancellationToken cancellation);

    void Add(Terminal terminal);

    /// <summary>Sorted by number, each with its newest batch.</summary>
    /// <param name="after">Those with higher numbers; null for the first.</param>
    /// <param name="stores">Only those of these stores; none for all.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<Terminal>> List(TerminalNumber? after, IReadOnlyCollection<StoreNumber> stores, int most, CancellationToken cancellation);
}
