using Jpos.Domain.Protocol;
using Jpos.Domain.Terminals;

namespace Jpos.Application.Ports;

public interface ITerminals
{
    /// <summary>
    /// The terminal with its newest batch; null if there is none. In a unit of work that writes, no other message of the terminal runs from here to the end of the unit.
    /// </summary>
    Task<Terminal?> Find(TerminalNumber number, CancellationToken cancellation);

    /// <summary>Brings a terminal's working keys in, which only some messages need.</summary>
    Task LoadKeys(Terminal terminal, CancellationToken cancellation);
}
