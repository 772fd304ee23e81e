using Jpos.Domain.Accounts;
using Jpos.Domain.Cards;

namespace Jpos.Infrastructure.Database;

/// <summary>A card and the account from which it spends.</summary>
internal sealed record CardAndAccount(Card Card, PointAccount Account);
