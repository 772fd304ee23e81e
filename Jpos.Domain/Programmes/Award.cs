namespace Jpos.Domain.Programmes;

/// <summary>Points earned and the rule that gave them: what undoing goes by, whatever the rules are by then (protocol §4).</summary>
/// <param name="Points">What was earned.</param>
/// <param name="Grade">The member's at that time.</param>
/// <param name="Rate">The part of the cash, by the grade.</param>
/// <param name="Multiplier">The campaign's; 1 for none.</param>
/// <param name="Campaign">The campaign's id; null for none.</param>
/// <param name="Rules">The version of the rules.</param>
public readonly record struct Award(Points Points, Grade Grade, decimal Rate, decimal Multiplier, long? Campaign, int Rules);
