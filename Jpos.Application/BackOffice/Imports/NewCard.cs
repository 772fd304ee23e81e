using Jpos.Application.BackOffice.Cards;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>A card of some rows, with the points that it brings along. Nobody has added it yet.</summary>
public sealed record NewCard(Card Card, List<OpeningLot> Lots);
