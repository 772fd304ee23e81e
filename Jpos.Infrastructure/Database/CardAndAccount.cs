using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;

namespace Jpos.Infrastructure.Database;

/// <summary>A card and its account; a card that never held a point may have none.</summary>
internal sealed record CardAndAccount(Card Card, PointAccount? Account);
