namespace Jpos.Application.BackOffice.Cards;

/// <summary>A card's statement: the movements of points and tickets in a period.</summary>
/// <param name="Card">The card's number, masked: first 6 and last 4 digits.</param>
/// <param name="Opening">The balance at the beginning of the period.</param>
/// <param name="Closing">The balance at the end of the period, or now.</param>
/// <param name="Items">The movements, the oldest first.</param>
/// <param name="Next">The address of the next page; null on the last page.</param>
public sealed record StatementView(string Card, decimal Opening, decimal Closing, IReadOnlyList<MovementView> Items, string? Next);
