namespace Jpos.Application.BackOffice.Imports;

/// <summary>The result of a dry run for some rows.</summary>
/// <param name="Bad">The rejected rows, by line number.</param>
/// <param name="Keys">The keys that the accepted rows would have added, for later rows.</param>
public sealed record DryRunResult(IReadOnlyList<RejectedRow> Bad, IReadOnlyCollection<string> Keys)
{
    internal static DryRunResult Of<TNew>(ImportDecision<TNew> decided) => new(decided.Bad, decided.Keys);
}
