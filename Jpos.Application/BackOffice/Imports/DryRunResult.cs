namespace Jpos.Application.BackOffice.Imports;

/// <summary>What a dry run decided on some lines.</summary>
/// <param name="Bad">The lines that would not be brought in, by their number.</param>
/// <param name="Keys">What the other lines would have added, for the lines after them.</param>
public sealed record DryRunResult(IReadOnlyList<RejectedRow> Bad, IReadOnlyCollection<string> Keys)
{
    internal static DryRunResult Of<TNew>(ImportDecision<TNew> decided) => new(decided.Bad, decided.Keys);
}
