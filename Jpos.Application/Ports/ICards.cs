using Jpos.Domain.Cards;
using Jpos.Domain.Protocol;

namespace Jpos.Application.Ports;

public interface ICards
{
    /// <summary>The card with its product and member; null if there is none.</summary>
    Task<Card?> Find(CardNumber number, CancellationToken cancellation);
}
