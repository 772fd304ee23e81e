using Jpos.Application.BackOffice.Cards;

namespace Jpos.Application.BackOffice.Imports;

/// <summary>A card from one or more rows, with its opening balance, before it is added.</summary>
public sealed record NewCard(CardNumber Number, CardProduct Product, Member? Member, DateOnly? ExpiresOn, List<OpeningLot> Lots);
