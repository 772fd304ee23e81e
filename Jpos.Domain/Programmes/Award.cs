namespace Jpos.Domain.Programmes;

/// <summary>Points earned, with the rules that gave them. An undo follows these rules, whatever the current ones are (<see href="docs/protocol.md#4-points">protocol §4</see>).</summary>
/// <param name="Points">The points earned.</param>
/// <param name="Grade">The member's grade at that time.</param>
/// <param name="Rate">The rate of the grade, as a part of the cash.</param>
/// <param name="Multiplier">The campaign's multiplier; 1 for none.</param>
/// <param name="Campaign">The campaign's id; null for none.</param>
/// <param name="Rules">The programme version.</param>
public readonly record struct Award(Points Points, Grade Grade, decimal Rate, decimal Multiplier, long? Campaign, int Rules);
