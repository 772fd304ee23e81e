using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;

namespace Jpos.Infrastructure.Database;

/// <summary>A card and its account. A card that never held points may have no account.</summary>
internal sealed record CardAndAccount(Card Card, PointAccount? Account);
