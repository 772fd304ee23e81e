namespace Jpos.Application.BackOffice.Imports;

/// <summary>What was decided on some lines.</summary>
/// <param name="Good">What is to be brought in, in the order of the lines.</param>
/// <param name="Bad">The lines that are not, by their number.</param>
/// <param name="Keys">What the good ones add, for a dry run's memory.</param>
public sealed record ImportDecision<TNew>(IReadOnlyList<TNew> Good, IReadOnlyList<RejectedRow> Bad, IReadOnlyCollection<string> Keys);
