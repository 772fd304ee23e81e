namespace Jpos.Application.BackOffice.Cards;

/// <summary>What became of a card's points and tickets in a time.</summary>
/// <param name="Card">First 6 and last 4 digits.</param>
/// <param name="Opening">All its points when the time began.</param>
/// <param name="Closing">All its points when it ended, or now.</param>
/// <param name="Items">What moved them, the oldest first.</param>
/// <param name="Next">After which the list goes on; null at its end.</param>
public sealed record StatementView(string Card, decimal Opening, decimal Closing, IReadOnlyList<MovementView> Items, string? Next);
