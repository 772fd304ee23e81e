namespace Jpos.Application.BackOffice.Imports;

/// <summary>The result of validating some rows.</summary>
/// <param name="Good">The accepted rows, in order.</param>
/// <param name="Bad">The rejected rows, by line number.</param>
/// <param name="Keys">The keys that the accepted rows add, for the key index of a dry run.</param>
public sealed record ImportDecision<TNew>(IReadOnlyList<TNew> Good, IReadOnlyList<RejectedRow> Bad, IReadOnlyCollection<string> Keys);
